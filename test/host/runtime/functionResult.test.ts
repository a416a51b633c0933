import { CustomFunctionError } from "../../../src/host/runtime/customFunctions";
import { toFunctionResult } from "../../../src/host/runtime/functionResult";

describe("toFunctionResult", () => {
  it.each([[1], ["a"], [""], [true], [-0]])("leaves %p as it is", (value) => {
    expect(toFunctionResult(value, "F")).toBe(value);
  });

  it.each([
    [NaN, "#VALUE!", "F returned NaN; it must be a number"],
    [Infinity, "#NUM!", "F returned Infinity; it must be a finite number"],
    [null, "#VALUE!", "F returned null; it must be a value"],
    [undefined, "#VALUE!", "F returned undefined; it must be a value"],
    [{}, "#VALUE!", "F returned object; it must be a value"],
    [[], "#VALUE!", "F returned an empty table or a list; it must return rows"],
    [[1, 2], "#VALUE!", "F returned an empty table or a list; it must return rows"],
    [[[1, 2], [3]], "#VALUE!", "F returned 1 cells in row 2; it must be 2"],
    [[[1], 2], "#VALUE!", "F returned no cells in row 2; it must be 1"],
  ])("refuses %p", (returned, error, message) => {
    expect(toFunctionResult(returned, "F")).toEqual({ error, message });
  });

  it("says where in a table a value is missing", () => {
    expect(toFunctionResult([[1, , 3]], "F")).toEqual([
      [
        1,
        {
          error: "#VALUE!",
          message: "row 1, column 2: F returned undefined; it must be a value",
        },
        3,
      ],
    ]);
  });

  it("keeps the words of an error in a table", () => {
    const error = new CustomFunctionError("#N/A", "no quote");
    expect(toFunctionResult([[error, 1]], "F")).toEqual([
      [{ error: "#N/A", message: "no quote" }, 1],
    ]);
  });

  it("takes the value of a formatted number", () => {
    const formatted = { type: "FormattedNumber", basicValue: 46_037, numberFormat: "yyyy-mm-dd" };
    expect(toFunctionResult(formatted, "F")).toBe(46_037);
  });
});
