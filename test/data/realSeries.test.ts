/*
 * The facts of ../shared/data/README.md that an import must survive, built into real series: the
 * files are read where they lie, and the expected values are taken from their lines by hand.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { atOnce } from "../../src/calc/numeric/sliced";
import { calendarDay, isoFromSerial, serialFromIso, serialOf } from "../../src/calc/date/serial";
import type { DatedHistory } from "../../src/calc/series/byMonth";
import { readDelimited } from "../../src/data/delimited";
import type { SeriesReading } from "../../src/data/gathering";
import { pairUp, suggestedMethod } from "../../src/data/pair";
import type { Topic } from "../../src/data/question";
import { readSeries } from "../../src/data/series";
import { itWithRealData, SHARED_DATA } from "../support/sharedData";

type Line = readonly [day: string, hundredths: number];

/** A file's lines: the day, and the value in hundredths (exact, where doubles are not). */
const linesOf = (series: string): Line[] =>
  readFileSync(join(SHARED_DATA, `${series}.csv`), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [day = "", value = ""] = line.split(",");
      return [day, Math.round(Number(value) * 100)];
    });

/** The primary mortgage rate over the 10-year yield of the same day: weekly, on Thursdays as a rule. */
function mortgageSpread(): Line[] {
  const tens = new Map(linesOf("DGS10"));
  return linesOf("MORTGAGE30US").flatMap(([day, rate]): Line[] => {
    const ten = tens.get(day);
    return ten === undefined ? [] : [[day, rate - ten]];
  });
}

/** The corporate yield over the first 10-year yield of its month: dated by the month's first day. */
function corporateSpread(): Line[] {
  const firsts = new Map<string, number>();
  for (const [day, yields] of linesOf("DGS10")) {
    const month = day.slice(0, 7);
    if (!firsts.has(month)) firsts.set(month, yields);
  }
  return linesOf("HQMCB10YR").map(([day, rate]) => [
    day,
    rate - (firsts.get(day.slice(0, 7)) ?? NaN),
  ]);
}

const percent = (hundredths: number) => (hundredths / 100).toFixed(2);
const csv = (
  lines: readonly Line[],
  write: (hundredths: number) => string,
  header = "observation_date,OAS",
) => [header, ...lines.map(([day, value]) => `${day},${write(value)}`)].join("\n") + "\n";

async function read(
  text: string,
  answers: Partial<Record<Topic, string>> = {},
): Promise<SeriesReading> {
  const table = await readDelimited(text, "T.csv");
  return atOnce(readSeries(table, "mbs", new Map(Object.entries(answers) as [Topic, string][])));
}

const linesRead = ({ dates, values }: DatedHistory): Line[] =>
  dates.map((day, i) => [isoFromSerial(day), values[i] ?? NaN]);
const problems = ({ findings }: SeriesReading) =>
  findings.map(({ at, problem, severity }) => `${severity}, ${at}: ${problem}`);

const withHistory = (reading: SeriesReading): DatedHistory => {
  if (reading.history === null) throw new Error(JSON.stringify(reading.questions));
  return reading.history;
};

describe("real series", () => {
  itWithRealData(
    "percent in one file and basis points in the other become the same unit",
    async () => {
      const [mbs, corporate] = [mortgageSpread(), corporateSpread()];
      const inPercent = await read(csv(mbs, percent));
      const inBp = await read(csv(corporate, String));
      expect(linesRead(withHistory(inPercent))).toEqual(mbs);
      expect(linesRead(withHistory(inBp))).toEqual(corporate);
      expect(mbs.length).toBeGreaterThan(1400);
      expect(inPercent.repairs).toEqual(["percent turned into basis points (× 100)"]);
      expect(inBp.repairs).toEqual([]);
    },
  );

  itWithRealData(
    "the months that were typed in percent among basis points are found, with their line",
    async () => {
      const lines = mortgageSpread().slice(-300);
      const text = csv(lines, String).replace(
        `\n${lines[200]?.[0]},${lines[200]?.[1]}\n`,
        `\n${lines[200]?.[0]},${percent(lines[200]?.[1] ?? 0)}\n`,
      );
      const found = problems(await read(text)).filter((it) =>
        it.includes("two units in one column"),
      );
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^error, line 202: /);
    },
  );

  itWithRealData("a negative spread is read and noted", async () => {
    const lines: Line[] = linesOf("DGS2")
      .slice(-400)
      .map(([day, value]) => [day, value - 60]);
    const firstBelow = lines.findIndex(([, value]) => value < 0);
    const reading = await read(csv(lines, String), { unit: "basis points" });
    expect(linesRead(withHistory(reading))).toEqual(lines);
    expect(problems(reading).join("\n")).toMatch(
      new RegExp(
        `note, line ${firstBelow + 2}: -\\d+(, and \\d+ more rows)?: a negative spread is possible`,
      ),
    );
  });

  itWithRealData("month ends on weekends stay on their day and in their month", async () => {
    const lines = corporateSpread().map(([day, value]): Line => {
      const { year, month } = calendarDay(serialFromIso(day) ?? serialOf(2000, 1, 1));
      const next = month === 12 ? serialOf(year + 1, 1, 1) : serialOf(year, month + 1, 1);
      return [isoFromSerial((next - 1) as typeof next), value];
    });
    const history = withHistory(await read(csv(lines, String)));
    expect(linesRead(history)).toEqual(lines);
    const weekends = history.dates.filter((day) => day % 7 <= 1);
    expect(weekends.length).toBeGreaterThan(40);
    const other = withHistory(await read(csv(mortgageSpread(), String)));
    const { rows } = atOnce(
      pairUp(other, history, {
        method: "month end",
        maxStaleDays: 5,
        keepOneSided: false,
      }),
    );
    expect(
      rows.map(({ date, corporate }) => [isoFromSerial(date as never).slice(0, 7), corporate]),
    ).toEqual(lines.map(([day, value]) => [day.slice(0, 7), value]));
  });

  itWithRealData("weekend rows among business days are noted", async () => {
    const lines = linesOf("DGS10").slice(-300);
    const at = lines.findIndex(([day]) => (serialFromIso(day) ?? 0) % 7 === 6);
    const saturday: Line = [
      isoFromSerial(((serialFromIso(lines[at]?.[0] ?? "") ?? 0) + 1) as never),
      lines[at]?.[1] ?? 0,
    ];
    const text = csv([...lines.slice(0, at + 1), saturday, ...lines.slice(at + 1)], String);
    expect(problems(await read(text, { unit: "basis points" })).join("\n")).toMatch(
      new RegExp(`note, line ${at + 3}: ${saturday[0]} is a Saturday among business days`),
    );
  });

  itWithRealData(
    "duplicated dates are shown, and nothing is kept or dropped before somebody says which",
    async () => {
      const lines = mortgageSpread();
      const revised: Line = [lines[700]?.[0] ?? "", (lines[700]?.[1] ?? 0) + 7];
      const text = csv([...lines.slice(0, 701), revised, ...lines.slice(701)], String);
      const before = await read(text);
      expect(before.history).toBeNull();
      expect(before.questions.at(-1)?.about).toContain(
        `${revised[0]} has ${lines[700]?.[1]} on line 702 and ${revised[1]} on line 703`,
      );
      const last = withHistory(await read(text, { duplicates: "keep last" }));
      expect(linesRead(last)[700]).toEqual(revised);
      expect(linesRead(withHistory(await read(text, { duplicates: "keep first" })))).toEqual(lines);
      const without = linesRead(withHistory(await read(text, { duplicates: "leave out" })));
      expect(without).toEqual(lines.filter((_, i) => i !== 700));
    },
  );

  itWithRealData("one bad print that reverts is found on its line and stays as it is", async () => {
    const lines = mortgageSpread().slice(-500);
    const bad = lines.map((line, i): Line => (i === 300 ? [line[0], line[1] + 150] : line));
    const reading = await read(csv(bad, String));
    expect(problems(reading).filter((it) => it.includes("a print that reverts"))).toEqual([
      expect.stringMatching(/^warning, line 302: /),
    ]);
    expect(linesRead(withHistory(reading))).toEqual(bad);
    expect(problems(await read(csv(lines, String))).filter((it) => it.includes("reverts"))).toEqual(
      [],
    );
  });

  itWithRealData(
    "a series that starts three years ago does not fill a five-year window, and says so",
    async () => {
      const lines = mortgageSpread().filter(([day]) => day >= "2012-01-01");
      expect(problems(await read(csv(lines, String))).join("\n")).toMatch(
        /warning, line 2: the history begins on 2012-01-\d\d: 36 months, but the window is 60/,
      );
      const long = mortgageSpread().filter(([day]) => day >= "2009-01-01");
      expect(problems(await read(csv(long, String))).join("\n")).not.toMatch(/but the window/);
    },
  );

  itWithRealData("an end that does not move any more is found", async () => {
    const lines = linesOf("DGS10").slice(-400);
    const stale = lines.map((line, i): Line => (i < 370 ? line : [line[0], lines[370]?.[1] ?? 0]));
    expect(problems(await read(csv(stale, String), { unit: "basis points" })).join("\n")).toMatch(
      /warning, line \d+: the last 3\d values are all/,
    );
  });

  itWithRealData("yields brought in place of spreads are pointed out", async () => {
    for (const series of ["MORTGAGE30US", "DGS10", "HQMCB10YR", "FEDFUNDS"]) {
      const text = readFileSync(join(SHARED_DATA, `${series}.csv`), "utf8");
      expect(problems(await read(text, { unit: "percent" })).join("\n")).toContain(
        `${series} is the name of a yield or rate, not of a spread`,
      );
    }
  });
});

describe("different calendars", () => {
  const mbs = async () => withHistory(await read(csv(mortgageSpread(), String)));
  const corporate = async () => withHistory(await read(csv(corporateSpread(), String)));

  itWithRealData(
    "Thursdays and month starts, by month: the last value of each in the month",
    async () => {
      const [weekly, monthly] = [await mbs(), await corporate()];
      expect(suggestedMethod(weekly, monthly).method).toBe("month end");
      const plan = { method: "month end", maxStaleDays: 5, keepOneSided: false } as const;
      const { rows, leftOut, lacking } = atOnce(pairUp(weekly, monthly, plan));
      const lastOfMonth = new Map(
        mortgageSpread().map(([day, value]) => [day.slice(0, 7), [day, value]]),
      );
      expect(
        rows.map(({ date, mbs: a, corporate: b }) => [isoFromSerial(date as never), a, b]),
      ).toEqual(
        corporateSpread().map(([day, value]) => [
          ...(lastOfMonth.get(day.slice(0, 7)) ?? []),
          value,
        ]),
      );
      expect(rows).toHaveLength(180);
      // The mortgage rates begin in 1985, the corporate yields in 2000.
      expect([leftOut, lacking]).toEqual([180, { mbs: 0, corporate: 180 }]);
    },
  );

  itWithRealData("the same by the month's mean", async () => {
    const plan = { method: "month mean", maxStaleDays: 5, keepOneSided: false } as const;
    const { rows } = atOnce(pairUp(await mbs(), await corporate(), plan));
    const december = mortgageSpread().filter(([day]) => day.startsWith("2014-12"));
    const mean = december.reduce((sum, [, value]) => sum + value, 0) / december.length;
    expect(rows.at(-1)?.mbs).toBeCloseTo(mean, 6);
  });

  itWithRealData(
    "Thursdays and Tuesdays have no day in common: exact says so, previous carries",
    async () => {
      const tens = new Map(linesOf("DGS10"));
      const thursdays: Line[] = [...tens].filter(([day]) => (serialFromIso(day) ?? 0) % 7 === 5);
      const tuesdays: Line[] = [...tens].filter(([day]) => (serialFromIso(day) ?? 0) % 7 === 3);
      const bp = { unit: "basis points" };
      const a = withHistory(await read(csv(thursdays, String), bp));
      const b = withHistory(await read(csv(tuesdays, String), bp));
      expect(suggestedMethod(a, b)).toEqual({
        method: "previous",
        reason: `only 0 of ${Math.min(thursdays.length, tuesdays.length)} days are common to both: two calendars`,
      });
      expect(() =>
        atOnce(pairUp(a, b, { method: "exact", maxStaleDays: 5, keepOneSided: true })),
      ).toThrow(/no day on which both series have a value/);
      const { rows } = atOnce(
        pairUp(a, b, { method: "previous", maxStaleDays: 5, keepOneSided: false }),
      );
      const row = rows.find(({ date }) => isoFromSerial(date as never) === "2014-12-18");
      expect(row).toMatchObject({ mbs: tens.get("2014-12-18"), corporate: tens.get("2014-12-16") });
    },
  );

  itWithRealData(
    "business days and weeks: a value older than allowed is missing, and counted",
    async () => {
      const bp = { unit: "basis points" };
      const daily = withHistory(await read(csv(linesOf("DGS10"), String), bp));
      const weekly = await mbs();
      const plan = { method: "previous", maxStaleDays: 3, keepOneSided: true } as const;
      const { rows, lacking, leftOut } = atOnce(pairUp(weekly, daily, plan));
      const blank = rows.filter((row) => row.mbs === null).length;
      expect(blank).toBeGreaterThan(1000);
      expect([lacking.mbs, leftOut]).toEqual([blank, 0]);
      const fewer = atOnce(pairUp(weekly, daily, { ...plan, keepOneSided: false }));
      expect(fewer.rows).toEqual(rows.filter((row) => row.mbs !== null && row.corporate !== null));
      expect(fewer.facts.join("; ")).toContain(
        `${String(blank).replace(/(\d)(\d{3})$/, "$1,$2")} rows of ${rows.length} lack the MBS spread: left out`,
      );
    },
  );

  itWithRealData("the same calendar needs no aligning", async () => {
    const weekly = await mbs();
    expect(suggestedMethod(weekly, weekly).method).toBe("exact");
    const { rows, facts } = atOnce(
      pairUp(weekly, weekly, {
        method: "exact",
        maxStaleDays: 5,
        keepOneSided: true,
      }),
    );
    expect([rows.length, facts]).toEqual([weekly.dates.length, []]);
  });
});
