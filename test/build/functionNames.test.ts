import { nameProblem } from "../../src/build/functionNames";

describe("nameProblem", () => {
  it.each(["SPREADGAP", "DTS", "XFE1", "A1048577", "ABCD1", "R1C1X", "RV.GAP", "NET_SUPPLY"])(
    "lets %s pass",
    (id) => {
      expect(nameProblem(id)).toBeUndefined();
    },
  );

  it.each([
    ["TR1", /address of a cell/],
    ["XFD1048576", /address of a cell/],
    ["A01", /address of a cell/],
    ["R1C1", /address of a cell/],
    ["R1C", /address of a cell/],
    ["RUN", /Excel 4 macro function/],
    ["REGRESS", /Excel 4 macro function/],
    ["GET.CELL", /Excel 4 macro function/],
    ["AB", /three characters or more/],
    ["", /capital letter must come first/],
    ["1ST", /capital letter must come first/],
    ["gap", /capital letter must come first/],
    ["NET-SUPPLY", /capital letter must come first/],
    ["ÄRGER", /capital letter must come first/],
    ["GAP\n", /capital letter must come first/],
  ])("refuses %j", (id, reason) => {
    expect(nameProblem(id)).toMatch(reason);
  });
});
