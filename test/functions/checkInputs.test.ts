import { checkInputsRows } from "../../src/functions/checkInputs";
import { answer, errorValue } from "../support/errors";
import { column } from "../support/series";

const DAYS = Array.from({ length: 60 }, (_, i) => 43_831 + 31 * i);
const spread = (i: number) => 100 + ((7 * i) % 11);
const history = (): any[][] => DAYS.map((day, i) => [day, spread(i)]);
const rowsOf = (problems: any[][]) => problems.map(([row]) => row);

describe("CHECKINPUTS", () => {
  it("says ok, and of how many rows, when it finds nothing", () => {
    expect(checkInputsRows(history(), "history")).toEqual([
      ["all", "nothing found in 60 rows", "ok"],
    ]);
    expect(checkInputsRows(history(), "spreads", true)).toEqual([
      ["row", "problem", "severity"],
      ["all", "nothing found in 60 rows", "ok"],
    ]);
  });

  it("passes over a first row of headings, and rows are those of the range", () => {
    const rows = [["observation_date", "DGS10"], ...history()];
    expect(checkInputsRows(rows, "history")[0]?.[2]).toBe("ok");
    rows[30] = [DAYS[29], 0.99];
    expect(checkInputsRows(rows, "history")).toEqual([
      [31, expect.stringMatching(/^0\.99 is about 1\/100 of most other rows/), "error"],
    ]);
  });

  it("recognises dates in the first column of spreads, as serials or as text", () => {
    const twice = history();
    twice[20] = [DAYS[19], spread(20)];
    expect(checkInputsRows(twice, "spreads")).toEqual([
      [21, expect.stringMatching(/stands in row 20 too$/), "error"],
      [22, expect.stringMatching(/62 days where 31 are usual$/), "warning"],
    ]);
    const asText = history().map(([day, value], i) => [i === 5 ? "2020-06-04" : day, value]);
    expect(checkInputsRows(asText, "spreads")[0]?.[2]).toBe("ok");
  });

  it("turns a cell that cannot be read into a finding and looks on", () => {
    const rows = history();
    rows[3] = [DAYS[3], "wide"];
    rows[4] = [DAYS[4], errorValue("#DIV/0!")];
    rows[5] = [DAYS[5], "#N/A Requesting Data..."];
    rows[6] = ["15/01/2026", spread(6)];
    const problems = checkInputsRows(rows, "spreads");
    expect(rowsOf(problems).filter((row) => row <= 7)).toEqual([4, 5, 6, 7, 7]);
    expect(problems.map(([, problem]) => problem).join("; ")).toMatch(
      /column 2 is the text "wide".*column 2 holds #DIV\/0!.*still loading.*15\/01\/2026/,
    );
  });

  it("missing is not 0: blanks and terminals' texts are no prints", () => {
    for (const absent of [null, "", "#N/A N/A", errorValue("#N/A")]) {
      const rows = history();
      rows[30] = [DAYS[30], absent];
      expect(
        checkInputsRows(rows, "history").filter(([, problem]) => /stands between/.test(problem)),
      ).toEqual([]);
    }
    const zero = history();
    zero[30] = [DAYS[30], 0];
    expect(checkInputsRows(zero, "history")).toEqual([
      [31, expect.stringMatching(/a missing value that became 0\?$/), "warning"],
    ]);
  });

  it("asks for as long a history as the window", () => {
    expect(checkInputsRows(history(), "history", false, 120)).toEqual([
      [1, expect.stringMatching(/61 months, but the window is 120$/), "warning"],
    ]);
    expect(checkInputsRows(history(), "history", false, 0)[0]?.[2]).toBe("ok");
  });

  it("reads texts by the kind: 101bp, 5.03%, 99-16+", () => {
    const ok = (cells: unknown[], kind: string) => checkInputsRows(column(...cells), kind)[0]?.[2];
    expect(ok(["101bp", 98, 99], "spreads")).toBe("ok");
    expect(ok(["5.03%", 0.0498, 0.05], "rates")).toBe("ok");
    expect(ok(["99-16+", 99.5, 99.75], "prices")).toBe("ok");
    expect(ok(["5.03%", 98, 99], "spreads")).toBe("error");
  });

  it("refuses a range that is not of the kind's shape", () => {
    const refused = (range: any[][], kind: unknown) => answer(() => checkInputsRows(range, kind));
    expect(refused(column(1, 2), "curve")).toEqual({
      code: "#VALUE!",
      message: "range is 2×1 cells; it must be two columns, tenor and par yield",
    });
    expect(refused([[46_037, 1]], "dates")).toEqual({
      code: "#VALUE!",
      message: "range is 1×2 cells; it must be one column of dates",
    });
    expect(refused(column(1, 2), "spread")).toMatchObject({
      message: expect.stringMatching(/did you mean spreads\?/),
    });
    expect(refused(column(1, 2), null)).toEqual({ code: "#N/A", message: "kind is blank" });
  });
});
