// Whole programs and browsers run beside the tests: a slow machine is no failure.
jest.setTimeout(120_000);
