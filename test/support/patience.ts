// Browsers and whole programs start in these tests: a slow machine is no failure.
jest.setTimeout(120_000);
