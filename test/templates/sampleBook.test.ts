import type { SpreadRow } from "../../src/calc/series/spreadRow";
import "../host/nativeEngine";
import { mean, sampleStandardDeviation } from "../../src/calc/numeric/statistics";
import { readStanding } from "../../src/taskpane/data/dataTable";
import { replaceSample } from "../../src/taskpane/data/replaceSample";
import { addTable, openTable } from "../../src/templates/assumptionsTable";
import { addDashboard } from "../../src/templates/dashboard";
import { DATA_NAMES, DATA_TABLE } from "../../src/templates/dataNames";
import { addDataSheet, appendRows } from "../../src/templates/dataSheet";
import { addSampleBook, SAMPLE, sampleHistories } from "../../src/templates/sampleBook";
import { rectangleOf } from "../../src/workbook/a1";
import type { CellValue } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const read = async (sheet: string, a1: string) => {
  await host.book.settle();
  return host.port.read({ sheet, a1 });
};
const columnOf = async (name: string): Promise<CellValue[]> => {
  await host.book.settle();
  const place = await host.port.findName(name);
  if (!place) throw new Error(`no name ${name}`);
  return (await host.port.read(place)).flat();
};
/** Every cell of a sheet. */
const whole = async (sheet: string): Promise<CellValue[][]> => {
  await host.book.settle();
  const place = await host.port.usedRange(sheet);
  return place ? host.port.read(place) : [];
};
const isError = (cell: CellValue) => typeof cell === "string" && /^#[A-Z/]+[!?]?$/.test(cell);

/** Month ends of 2024 from January; the gap is 20, 21, 22 … */
const month = (i: number): SpreadRow => ({
  date: [45_322, 45_351, 45_382, 45_412, 45_443, 45_473, 45_504, 45_535][i] ?? 0,
  mbs: 120 + 3 * i,
  corporate: 100 + 2 * i,
});
const histories = { about: "made up for a test", rows: [0, 1, 2, 3, 4].map(month) };

describe("the sheet Data", () => {
  it("spills the gap beside the table, and names the columns over its rows", async () => {
    expect(await addDataSheet(host.port, histories)).toBe("Data");
    expect(await host.port.findTable(DATA_TABLE)).toEqual({ sheet: "Data", a1: "A4:C9" });
    expect(await columnOf(DATA_NAMES.dates)).toEqual(histories.rows.map(({ date }) => date));
    expect(await columnOf(DATA_NAMES.mbs)).toEqual([120, 123, 126, 129, 132]);
    expect(await columnOf(DATA_NAMES.corporate)).toEqual([100, 102, 104, 106, 108]);
    expect(await columnOf(DATA_NAMES.gap)).toEqual([20, 21, 22, 23, 24]);
    expect(await host.port.findName(DATA_NAMES.gap)).toEqual({ sheet: "Data", a1: "F5:F9" });
    expect(await read("Data", "E5:E9")).toEqual(histories.rows.map(({ date }) => [date]));
    const figures = new Map(
      (await read("Data", "H5:I18")).map(([label, value]) => [label, value] as const),
    );
    expect(figures.get("Gap, MBS − corporate")).toBe(24);
    expect(figures.get("Change over a month")).toBe(1);
    expect(figures.get("Values")).toBe(5);
    expect(figures.get("From, to")).toBe("2024-01-31 to 2024-05-31");
    expect((await read("Data", "A3"))[0]?.[0]).toBe(
      "Gap 24.0 bp, wider than 100% of the 4 before it; 2024-01-31 to 2024-05-31.",
    );
  });

  it("keeps its formulas when a row is added: names, spills and what they say move along", async () => {
    await addDataSheet(host.port, histories);
    const before = await read("Data", "H5:I60");
    const place = await host.port.findTable(DATA_TABLE);
    if (!place) throw new Error("no table");
    const revised = [{ at: 4, row: { ...month(4), mbs: 140 } }];
    await host.port.change(appendRows(place, [5, 6].map(month), revised));
    expect(await host.port.findTable(DATA_TABLE)).toEqual({ sheet: "Data", a1: "A4:C11" });
    expect(await columnOf(DATA_NAMES.gap)).toEqual([20, 21, 22, 23, 32, 25, 26]);
    expect(await columnOf(DATA_NAMES.dates)).toHaveLength(7);
    expect(await read("Data", "E11:F12")).toEqual([
      [45_504, 26],
      ["", ""],
    ]);
    const after = await read("Data", "H5:I60");
    expect(after).not.toEqual(before);
    expect(after.flat()).toContain(26);
  });

  it("is the same, whether the rows came at once or were added later", async () => {
    await addDataSheet(host.port, histories);
    const place = await host.port.findTable(DATA_TABLE);
    if (!place) throw new Error("no table");
    await host.port.change(appendRows(place, [5, 6, 7].map(month), []));
    const grown = await whole("Data");
    await host.reset();
    await addDataSheet(host.port, { ...histories, rows: [...Array(8).keys()].map(month) });
    expect(grown).toEqual(await whole("Data"));
  });

  it("changes nothing when nothing is appended", () => {
    expect(appendRows({ sheet: "Data", a1: "A4:C9" }, [], [])).toEqual([]);
  });

  it("leaves a side that was not quoted blank, and gives no gap for that day", async () => {
    const rows = histories.rows.map((row, i) => (i === 2 ? { ...row, corporate: null } : row));
    await addDataSheet(host.port, { ...histories, rows });
    expect(await columnOf(DATA_NAMES.corporate)).toEqual([100, 102, "", 106, 108]);
    const gap = await columnOf(DATA_NAMES.gap);
    expect(gap.filter((cell) => typeof cell === "number")).toEqual([20, 21, 23, 24]);
    expect(gap[2]).not.toBe(0);
  });

  it("is refused a second time, with the sheet where it stands", async () => {
    await addDataSheet(host.port, histories);
    const before = await host.everything();
    await expect(addDataSheet(host.port, histories)).rejects.toMatchObject({
      code: "ItemAlreadyExists",
      message: expect.stringMatching(
        /has the table RV_Data already, on sheet Data: add rows to it/,
      ),
    });
    expect(await host.everything()).toEqual(before);
  });
});

describe("the sheet Dashboard", () => {
  it("is refused without histories, and without assumptions, in words", async () => {
    await expect(addDashboard(host.port)).rejects.toThrow(/needs the histories \(screen Data\)/);
    await addDataSheet(host.port, histories);
    const before = await host.everything();
    await expect(addDashboard(host.port)).rejects.toThrow(
      /needs the assumptions \(screen Assumptions\): add them first/,
    );
    expect(await host.everything()).toEqual(before);
  });
});

it("the guides of the gap's chart are those of the days that have a quote", async () => {
  const rows = histories.rows.map((row, i) => (i === 2 ? { ...row, corporate: null } : row));
  await addDataSheet(host.port, { ...histories, rows });
  await addTable(host.port);
  await addDashboard(host.port);
  const guides = await read("Dashboard", "N7:P11");
  // 20, 21, 23 and 24: mean 22, sample variance (4 + 1 + 1 + 4) / 3.
  const deviation = Math.sqrt(10 / 3);
  for (const guide of guides)
    expect(guide.map(Number)).toEqual(
      [22, 22 - deviation, 22 + deviation].map((value) => expect.closeTo(value, 9)),
    );
});

describe("the sample book", () => {
  it("calculates: no cell of it is an error, and its charts stand over what they draw", async () => {
    expect(await addSampleBook(host.port)).toBe("Dashboard");
    const cells = await whole("Dashboard");
    // From column L on stands what the charts draw: there #N/A is a row without a value.
    const page = cells.map((row) => row.slice(0, 11));
    for (const part of [await whole("Data"), await whole("Assumptions"), page]) {
      expect(part.flat().filter(isError)).toEqual([]);
    }
    const drawn = cells.flatMap((row) => row.slice(11)).filter(isError);
    expect(new Set(drawn)).toEqual(new Set(["#N/A"]));
    expect(host.charts()).toEqual(["RV_Dashboard_gap", "RV_Dashboard_z", "RV_Dashboard_bases"]);
    const [heading = ""] = cells[6] ?? [];
    const figures = new Map(
      cells
        .slice(7, 35)
        .flatMap((row) => [row.slice(0, 2), row.slice(4, 6)] as [string, CellValue][]),
    );
    const score = Number(figures.get("Score, −1 corporates to 1 mortgages"));
    expect(Math.abs(score)).toBeLessThanOrEqual(1);
    expect(heading).toBe(`Answer, for a switch to ${score < 0 ? "corporates" : "mortgages"}`);
    expect([...figures.values()]).not.toContain("not known");
    const last = sampleHistories().rows.at(-1);
    expect(figures.get("Nominal gap")).toBeCloseTo(Number(last?.mbs) - Number(last?.corporate), 9);
    expect(cells[1]?.[1]).toBe(last?.date);
    const [[call], [why]] = cells.slice(2, 4) as [[string], [string]];
    expect(call).toMatch(/^[A-Z: ]+.*(, on example inputs: .*MBS.*)?$/);
    expect(why).toMatch(/^Gap -?\d+\.\d bp, wider than \d+% of its look-back; .*\.$/);
  });

  it("shows each figure of its page as the workings below have it", async () => {
    await addSampleBook(host.port);
    const cells = await whole("Dashboard");
    const workings = new Map(cells.slice(37).map(([name, value]) => [name, value]));
    // Values in columns B and F; their keys off the page, in I and J.
    const shown = cells
      .slice(7, 36)
      .flatMap((row) => [
        [row[8], row[1]],
        [row[9], row[5]],
      ])
      .filter(([key]) => key !== "" && key !== undefined);
    expect(shown.length).toBeGreaterThan(25);
    for (const [key, value] of shown) expect([key, value]).toEqual([key, workings.get(key ?? "")]);
  });

  it("draws of each row its z-score against the five years before it, and of none later", async () => {
    await addSampleBook(host.port);
    const gaps = sampleHistories().rows.map(
      ({ mbs, corporate }) => Number(mbs) - Number(corporate),
    );
    const rows = await read("Dashboard", "S7:X186");
    const scores = gaps.map((gap, t) => {
      if (t < 60) return "#N/A";
      const before = Float64Array.from(gaps.slice(t - 60, t));
      const centre = mean(before);
      return expect.closeTo((gap - centre) / sampleStandardDeviation(before, centre), 9);
    });
    expect(rows.map(([, z]) => z)).toEqual(scores);
    expect(rows.map(([day]) => day)).toEqual(sampleHistories().rows.map(({ date }) => date));
    expect(rows.at(-1)?.slice(2)).toEqual([-2, 0, 2, scores.at(-1)]);
    expect(new Set(rows.slice(0, -1).map((row) => row[5]))).toEqual(new Set(["#N/A"]));
    expect(await read("Dashboard", "A32")).toEqual([
      ["z-score of the gap against the 60 rows before each"],
    ]);
  });

  it.each([
    ["weeks", 7, 260],
    ["business days", 1.4, 1260],
    ["quarters", 91.3, 20],
  ])(
    "takes five years of %s for its look-back, and says how many values that needs",
    async (_, days, window) => {
      const rows = Array.from({ length: 19 }, (__, i) => ({
        date: 45_000 + Math.floor(i * days),
        mbs: 100 + (i % 5),
        corporate: 60,
      }));
      await addDataSheet(host.port, { about: "mine", rows });
      await addTable(host.port);
      await addDashboard(host.port);
      expect(await read("Dashboard", "AA12")).toEqual([[window]]);
      expect(await read("Dashboard", "A32")).toEqual([
        [`z-score: not known, it needs ${window + 1} values`],
      ]);
    },
  );

  it("says in words that a history of one row has no z-score", async () => {
    await addDataSheet(host.port, { about: "mine", rows: [month(0)] });
    await addTable(host.port);
    await addDashboard(host.port);
    expect((await read("Dashboard", "A32"))[0]?.[0]).toMatch(
      /^z-score: not known, it needs \d+ values$/,
    );
  });

  it("has a bar for each basis that is known, and a word for one that is not: never 0", async () => {
    await addSampleBook(host.port);
    const cells = await whole("Dashboard");
    const page = new Map(cells.slice(7, 17).map((row) => [row[4], row[5]]));
    expect(await read("Dashboard", "Z7:AA9")).toEqual([
      ["Nominal", page.get("Nominal gap")],
      ["Option-adjusted", page.get("Option-adjusted gap")],
      ["Risk-adjusted", page.get("Risk-adjusted gap")],
    ]);
    // With histories of the user's own the example of the mortgages' OAS says nothing.
    const { place } = (await readStanding(host.port)) ?? { place: { sheet: "", a1: "" } };
    const rows = [0, 1, 2, 3, 4, 5].map(month);
    await replaceSample(host.port, place, { rows, about: "MBS: mine" });
    expect(await read("Dashboard", "Z7:AA9")).toEqual([
      ["Nominal", 25],
      ["Option-adjusted: not known", "#N/A"],
      ["Risk-adjusted: not known", "#N/A"],
    ]);
    expect(await read("Dashboard", "E32")).toEqual([["Not known: option-adjusted, risk-adjusted"]]);
  });

  it("follows when the last gap changes", async () => {
    await addSampleBook(host.port);
    const before = await whole("Dashboard");
    const place = await host.port.findTable(DATA_TABLE);
    if (!place) throw new Error("no table");
    const last = rectangleOf(place.a1).rows + 3;
    await host.port.change([
      { kind: "values", sheet: place.sheet, a1: `B${last}`, values: [[400]] },
    ]);
    expect(await whole("Dashboard")).not.toEqual(before);
  });

  it("says ILLUSTRATIVE in its cells, with its seed", async () => {
    await addSampleBook(host.port);
    expect((await read("Data", "A2"))[0]?.[0]).toMatch(/^ILLUSTRATIVE.*seed 20260115/);
    const table = await openTable(host.port);
    for (const key of ["mbsSpread", "corpOas", "asOf"]) {
      const row = table?.cells.find(([cell]) => cell === key);
      expect(row?.[5]).toMatch(/^ILLUSTRATIVE/);
    }
  });

  it("has assumptions that agree with the last row of its histories", async () => {
    await addSampleBook(host.port);
    const { rows } = sampleHistories();
    const last = rows.at(-1);
    const values = (await openTable(host.port))?.values;
    expect(values?.get("mbsSpread")).toBe(last?.mbs);
    expect(values?.get("corpOas")).toBe(last?.corporate);
    expect(values?.get("asOf")).toBe(last?.date);
  });

  it("ends in December 2025, a month a row, to a tenth of a basis point", () => {
    const { rows } = sampleHistories();
    expect(rows).toHaveLength(SAMPLE.months);
    // Excel's serial of 2025-12-31: 1899-12-30 is day 0.
    expect(rows.at(-1)?.date).toBe((Date.UTC(2025, 11, 31) - Date.UTC(1899, 11, 30)) / 86_400_000);
    const steps = rows.slice(1).map(({ date }, i) => date - (rows[i]?.date ?? 0));
    expect(Math.min(...steps)).toBe(28);
    expect(Math.max(...steps)).toBe(31);
    for (const { mbs, corporate } of rows) {
      expect(Math.round(Number(mbs) * 10) / 10).toBe(mbs);
      expect(Math.round(Number(corporate) * 10) / 10).toBe(corporate);
    }
    expect(sampleHistories()).toEqual(sampleHistories());
  });

  /*
   * The moments that the sheet states, within four standard errors. Of a first-order autoregression
   * with persistence p over n steps, the mean has variance about sd² (1 + p) / (1 − p) / n, and the
   * standard deviation about sd² (1 + p²) / (1 − p²) / (2n) (Priestley, Spectral Analysis and Time
   * Series, 5.3).
   */
  it.each([
    ["corporate", SAMPLE.corporate, (row: SpreadRow) => Number(row.corporate)],
    ["gap", SAMPLE.gap, (row: SpreadRow) => Number(row.mbs) - Number(row.corporate)],
  ] as const)("has the moments that it states: %s", (_name, { mean: level, sd, halfLife }, of) => {
    const values = sampleHistories().rows.map(of);
    const persistence = 0.5 ** (1 / halfLife);
    const ofMean = sd * Math.sqrt((1 + persistence) / (1 - persistence) / values.length);
    const ofSd =
      sd * Math.sqrt((1 + persistence ** 2) / (1 - persistence ** 2) / 2 / values.length);
    const centre = mean(values);
    expect(Math.abs(centre - level)).toBeLessThan(4 * ofMean);
    expect(Math.abs(sampleStandardDeviation(values, centre) - sd)).toBeLessThan(4 * ofSd);
  });
});
