import {
  type AssociatedFunctions,
  codeOf,
  CustomFunctionError,
  installCustomFunctions,
} from "../../../src/host/runtime/customFunctions";

describe("installCustomFunctions", () => {
  const scope: { CustomFunctions?: any } = {};
  const functions: AssociatedFunctions = installCustomFunctions(scope);

  it("associates one function, or a list, whatever the case of the id", () => {
    const one = () => 1;
    const two = () => 2;
    scope.CustomFunctions.associate("one", one);
    scope.CustomFunctions.associate({ TWO: two });
    expect([functions.get("ONE"), functions.get("TWO")]).toEqual([one, two]);
  });

  it("knows no function that nobody associated", () => {
    expect(["CONSTRUCTOR", "__PROTO__", "TOSTRING"].map((id) => functions.get(id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("has the codes of Microsoft's runtime", () => {
    expect(scope.CustomFunctions.ErrorCode).toEqual({
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
      nullReference: "#NULL!",
      invalidName: "#NAME?",
      invalidReference: "#REF!",
    });
    const error = new scope.CustomFunctions.Error("#N/A", "no curve");
    expect([error.code, error.message]).toEqual(["#N/A", "no curve"]);
  });

  it("shows #VALUE! for whatever else is thrown", () => {
    expect([new Error("x"), "x", null, { code: "ENOENT" }].map(codeOf)).toEqual(
      Array(4).fill("#VALUE!"),
    );
    expect(codeOf(new CustomFunctionError("#NUM!"))).toBe("#NUM!");
  });
});
