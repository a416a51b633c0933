/* Histories of a file against HISTORY and ROTATIONSIGNAL, equal to the last bit. */
import { isoFromSerial, serialOf } from "../../../src/calc/date/serial";
import { daySerial } from "../../../src/calc/units";
import { historyCard } from "../../../src/functions/historySummary";
import { rotationSignalCells } from "../../../src/functions/signal";
import { batch, file, path, rowsOf, textOf } from "./runBatch";

/** A made-up gap by month, another one for each seed. */
function pair(seed: number, months: number): [string, number][] {
  let [state, gap] = [seed, 40];
  return Array.from({ length: months }, (_, i) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    gap += 0.1 * (35 - gap) + 12 * (state / 2 ** 31 - 0.5);
    return [
      isoFromSerial(
        daySerial(serialOf(2005 + Math.floor((i + 1) / 12), 1 + ((i + 1) % 12), 1) - 1),
      ),
      Number(gap.toFixed(2)),
    ];
  });
}
const PAIRS = { "MBS/IG": pair(1, 240), "MBS/AAA": pair(2, 180), short: pair(3, 8) };
const text = [
  "series,date,value",
  ...Object.entries(PAIRS).flatMap(([name, rows]) =>
    rows.map(([day, gap]) => `${name},${day},${gap}`),
  ),
  "",
].join("\n");
const MEASURES = [
  "last",
  "change1m",
  "change3m",
  "z1y",
  "z5y",
  "zAll",
  "percentile1y",
  "percentile5y",
  "percentileAll",
  "tightestSince",
  "halfLife",
  "n",
  "gaps",
  "span",
];

describe("batch series", () => {
  it("gives each pair a row with what HISTORY and ROTATIONSIGNAL give it", async () => {
    const { code, said } = await batch([
      "series",
      "--in",
      file("pairs.csv", text),
      "--out",
      path("out.csv"),
      "--fields",
      [...MEASURES, "score", "text", "confidence"].join(","),
    ]);
    expect([code, said]).toEqual([2, ""]);
    const rows = rowsOf(textOf("out.csv"));
    expect(rows.map(({ series }) => series)).toEqual(Object.keys(PAIRS));
    for (const [name, history] of Object.entries(PAIRS).slice(0, 2)) {
      const row = rows.find(({ series }) => series === name);
      const [dates, values] = [history.map(([day]) => [day]), history.map(([, gap]) => [gap])];
      for (const [measure, value] of historyCard(dates, values)) {
        if (value instanceof CustomFunctions.Error) expect(row?.[measure]).toBe("");
        else if (measure === "tightestSince") expect(row?.[measure]).toBe(isoFromSerial(value));
        else expect([measure, row?.[measure]]).toEqual([measure, String(value)]);
      }
      const signal = (output: string) =>
        rotationSignalCells(values, null, null, undefined, output, dates)[0]?.[0];
      expect(row?.["score"]).toBe(String(signal("score")));
      expect(row?.["text"]).toBe(signal("text"));
    }
  });

  it("says of a history that is too short what it lacks", async () => {
    await batch([
      "series",
      "--in",
      file("pairs.csv", text),
      "--out",
      path("short.csv"),
      "--fields",
      "last,z5y",
    ]);
    const line = textOf("short.csv").trimEnd().split("\n").at(-1);
    expect(line).toMatch(/^short,[\d.]+,,z5y: window is 60 rows but history has only 7 values/);
  });

  it("gives a pair the same answer in whatever order pairs stand, in NDJSON as in CSV", async () => {
    const [header, ...lines] = text.trimEnd().split("\n");
    const turned = [...lines.slice(240), ...lines.slice(0, 240)];
    await batch(["series", "--in", file("pairs.csv", text), "--out", path("a.csv")]);
    await batch([
      "series",
      "--in",
      file("turned.csv", [header, ...turned, ""].join("\n")),
      "--out",
      path("b.csv"),
    ]);
    const sorted = (name: string) => textOf(name).trimEnd().split("\n").sort();
    expect(sorted("b.csv")).toEqual(sorted("a.csv"));
    const objects = lines.map((line) => {
      const [series, date, value] = line.split(",");
      return JSON.stringify({ series, date, value: Number(value) });
    });
    await batch([
      "series",
      "--in",
      file("pairs.ndjson", objects.join("\n")),
      "--out",
      path("c.csv"),
    ]);
    expect(textOf("c.csv")).toBe(textOf("a.csv"));
  });

  it("keeps a pair with a day that is none, in words with its row", async () => {
    const rows = ["A,2026-01-31,10", "A,31/02/2026,11", "B,2026-01-31,5", "B,2026-02-28,x"];
    const { code } = await batch([
      "series",
      "--in",
      file("bad.csv", ["series,date,value", ...rows, ""].join("\n")),
      "--out",
      path("bad.out.csv"),
      "--fields",
      "last",
    ]);
    expect(code).toBe(2);
    expect(textOf("bad.out.csv")).toMatch(
      /\nA,,"date, row 2, is the text ""31\/02\/2026""; it must be a date.*"\nB,,"value, row 2, is the text ""x""; it must be a number"\n$/,
    );
  });

  it("refuses pairs that stand in two places, and to cut them", async () => {
    const input = file(
      "twice.csv",
      "series,date,value\nA,2026-01-31,1\nB,2026-01-31,1\nA,2026-02-28,1\n",
    );
    expect(await batch(["series", "--in", input, "--out", path("x.csv")])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^series "A" stands in two places; .* sort the file by series/),
    });
    expect(
      (await batch(["series", "--in", input, "--out", path("x.csv"), "--shard", "1/2"])).said,
    ).toMatch(/^--shard would cut series in the middle/);
  });
});
