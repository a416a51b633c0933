// What Microsoft's runtime offers to the functions, for tests that run without it: that of the
// embedded engine, so that errors which it hands over are the functions' own.
// test/built/microsoftRuntime.test.ts runs the real one.
import { installCustomFunctions } from "../../src/host/runtime/customFunctions";

installCustomFunctions(globalThis);
Object.assign(globalThis, {
  RV_VERSION: "0.0.0-test",
  RV_BUILD: "test",
  RV_CALC_HASH: "test",
});
