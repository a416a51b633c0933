import { CustomFunctionError } from "../../src/host/customFunctions";
import { toFunctionResult } from "../../src/host/functionResult";

describe("toFunctionResult", () => {
  it.each([[1], ["a"], [""], [true], [-0]])("leaves %p as it is", (value) => {
    expect(toFunctionResult(value, "F")).toBe(value);
  });

  it.each([
    [NaN, "#VALUE!", "F returned NaN; a number was expected"],
    [Infinity, "#NUM!", "F returned Infinity; a finite number was expected"],
    [null, "#VALUE!", "F returned null; a value was expected"],
    [undefined, "#VALUE!", "F returned undefined; a value was expected"],
    [{}, "#VALUE!", "F returned object; a value was expected"],
    [[], "#VALUE!", "F returned an empty table or a list; rows were expected"],
    [[1, 2], "#VALUE!", "F returned an empty table or a list; rows were expected"],
    [[[1, 2], [3]], "#VALUE!", "F returned 1 cells in row 2; 2 were expected"],
    [[[1], 2], "#VALUE!", "F returned no cells in row 2; 1 were expected"],
  ])("refuses %p", (returned, error, message) => {
    expect(toFunctionResult(returned, "F")).toEqual({ error, message });
  });

  it("says where in a table a value is missing", () => {
    expect(toFunctionResult([[1, , 3]], "F")).toEqual([
      [
        1,
        {
          error: "#VALUE!",
          message: "row 1, column 2: F returned undefined; a value was expected",
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
