// What Microsoft's runtime offers to the functions, for tests that run without it. The codes are
// those of @types/custom-functions-runtime; test/built/microsoftRuntime.test.ts runs the real one.
class ExcelError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

Object.assign(globalThis, {
  RV_VERSION: "0.0.0-test",
  RV_BUILD: "test",
  RV_CALC_HASH: "test",
  CustomFunctions: {
    Error: ExcelError,
    ErrorCode: {
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
      nullReference: "#NULL!",
      invalidName: "#NAME?",
      invalidReference: "#REF!",
    },
    associate: () => undefined,
  },
});
export {};
