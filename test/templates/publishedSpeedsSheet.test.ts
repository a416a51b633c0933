import "../host/nativeEngine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Papa from "papaparse";
import { addTable } from "../../src/templates/assumptionsTable";
import { FIRST_MONTH, PUBLISHED_SPEEDS, SPEED_YEARS } from "../../src/templates/publishedSpeeds";
import { addPublishedSpeeds } from "../../src/templates/publishedSpeedsSheet";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

interface Row {
  readonly kind: string;
  readonly inputs: string;
  readonly published: string;
  /** What another program than this one says by the same dials. */
  readonly proposed: string;
  readonly source: string;
}
const TABLE = readFileSync(resolve(__dirname, "../golden/speeds.csv"), "utf8");
const ROWS = Papa.parse<Row>(TABLE, {
  header: true,
  comments: "#",
  skipEmptyLines: true,
}).data.filter(({ kind }) => kind === "CPR 12m");
const known = (noteRate: number, age: number) => {
  const found = ROWS.find(({ inputs }) =>
    inputs.startsWith(`PREPAYCPR wac=${noteRate.toFixed(4)} age=${age} `),
  );
  if (found === undefined) throw new Error(`no published speed of ${noteRate} at ${age} months`);
  return found;
};

const read = async (sheet: string, a1: string) => {
  await host.book.settle();
  return host.port.read({ sheet, a1 });
};

describe("the sheet Published speeds", () => {
  it("has every published speed of twelve months, with the rates of its months", () => {
    expect(PUBLISHED_SPEEDS).toHaveLength(ROWS.length);
    for (const { noteRate, age, year, cpr } of PUBLISHED_SPEEDS) {
      const { inputs, published, source } = known(noteRate, age);
      expect(cpr).toBe(Number(published));
      const { months = "", rates = [] } = SPEED_YEARS[year] ?? {};
      expect(source).toContain(months.replace(" to ", ".."));
      expect(inputs).toContain(
        `firstMonth=${FIRST_MONTH} rates=${rates.map((rate) => rate.toFixed(4)).join(";")}`,
      );
    }
  });

  it("says of each what another program says by the same dials", async () => {
    await addTable(host.port);
    const sheet = await addPublishedSpeeds(host.port);
    const rows = await read(sheet, `A8:H${7 + ROWS.length}`);
    for (const [noteRate, age, , , published, model, difference, source] of rows) {
      const { proposed } = known(Number(noteRate), Number(age));
      // Its figures have two decimals, the rates here four: where published speeds rise by 4% CPR for a
      // percentage point of the rate (6.5 to 7.0%), half a basis point is .02% CPR.
      expect(Math.abs(Number(model) - Number(proposed))).toBeLessThanOrEqual(0.005 + 0.02);
      expect(difference).toBeCloseTo(Number(model) - Number(published), 9);
      expect(source).toMatch(/^Fannie Mae, 20\d\d-09 to 20\d\d-08$/);
    }
    const squares = ROWS.map((row) => (Number(row.proposed) - Number(row.published)) ** 2);
    const error = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
    expect((await read(sheet, "A2"))[0]?.[0]).toMatch(
      new RegExp(
        `^The model misses by ${error.toFixed(1)} points of CPR .*; \\d+ of ${ROWS.length} are within 1 point\\.$`,
      ),
    );
  });

  it("draws published and model by note rate, and follows a dial of the assumptions", async () => {
    await addTable(host.port);
    const sheet = await addPublishedSpeeds(host.port);
    expect(host.charts()).toEqual(["RV_Publishedspeeds_speeds"]);
    const [headings, first] = await read(sheet, "O6:Q7");
    expect(headings).toEqual(["Note rate (%)", "Observed (% CPR)", "Model (% CPR)"]);
    expect(first?.slice(0, 2)).toEqual([2, 3.45]);
    const before = Number(first?.[2]);
    const keys = (await read("Assumptions", "B1:B100")).flat();
    const a1 = `C${keys.indexOf("prepay.turnover") + 1}`;
    await host.port.change([{ kind: "values", sheet: "Assumptions", a1, values: [[0.12]] }]);
    expect(Number((await read(sheet, "Q7"))[0]?.[0])).toBeGreaterThan(before);
  });
});
