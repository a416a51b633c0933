/* A series that is written in any layout and read back is the same series. */
import fc from "fast-check";
import { atOnce } from "../../src/calc/numeric/sliced";
import { calendarDay, isoFromSerial, serialOf } from "../../src/calc/date/serial";
import { daySerial } from "../../src/calc/units";
import { readDelimited } from "../../src/data/delimited";
import type { Topic } from "../../src/data/question";
import { readSeries } from "../../src/data/series";

interface Written {
  readonly day: number;
  /** In hundredths of a basis point; null where missing. */
  readonly hundredths: number | null;
}

const two = (n: number) => String(n).padStart(2, "0");
const DATES = {
  "year first": (day: number) => isoFromSerial(daySerial(day)),
  "month first": (day: number) => {
    const { year, month, day: d } = calendarDay(daySerial(day));
    return `${two(month)}/${two(d)}/${year}`;
  },
  "day first": (day: number) => {
    const { year, month, day: d } = calendarDay(daySerial(day));
    return `${d}.${month}.${year}`;
  },
  "serial number": String,
};
const VALUES = {
  "basis points": (n: number) => (n / 100).toFixed(2),
  percent: (n: number) => (n / 10_000).toFixed(4),
  decimals: (n: number) => (n / 1_000_000).toFixed(6),
};

const series = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 40 }),
      hundredths: fc.option(fc.integer({ min: -50_000, max: 250_000 }), { freq: 6 }),
    }),
    { minLength: 3, maxLength: 40 },
  )
  .map((rows) => {
    let day: number = serialOf(2010, 1, 1);
    return rows.map(({ step, hundredths }): Written => ({ day: (day += step), hundredths }));
  })
  .filter((rows) => rows.some(({ hundredths }) => hundredths !== null));

const layout = fc.record({
  dates: fc.constantFrom(...(Object.keys(DATES) as (keyof typeof DATES)[])),
  unit: fc.constantFrom(...(Object.keys(VALUES) as (keyof typeof VALUES)[])),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  comma: fc.boolean(),
  missing: fc.constantFrom("", ".", "#N/A", "NA", "NaN", "null", "-"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\uFEFF"),
  heading: fc.constantFrom(null, "observation_date", "Date", "__proto__"),
  quoted: fc.boolean(),
  newestFirst: fc.boolean(),
});

it("in any layout", async () => {
  await fc.assert(
    fc.asyncProperty(series, layout, async (rows, how) => {
      const comma = how.comma && how.delimiter !== ",";
      const field = (text: string) => (how.quoted ? `"${text}"` : text);
      const line = ({ day, hundredths }: Written) => {
        const value = hundredths === null ? how.missing : VALUES[how.unit](hundredths);
        return [
          DATES[how.dates](day),
          comma ? value.replace(".", hundredths === null ? "." : ",") : value,
        ]
          .map(field)
          .join(how.delimiter);
      };
      const body = (how.newestFirst ? [...rows].reverse() : rows).map(line);
      const top = how.heading === null ? [] : [[how.heading, "OAS"].map(field).join(how.delimiter)];
      const table = await readDelimited(how.mark + [...top, ...body].join(how.end), "T.csv");
      const answers = new Map<Topic, string>([
        ["date order", how.dates],
        ["decimal sign", comma ? "," : "."],
        ["unit", how.unit],
        ["kind", "spread"],
      ]);
      const { history, questions } = atOnce(readSeries(table, "corporate", answers));
      expect(questions.filter(({ answer }) => answer === null)).toEqual([]);
      expect(history?.dates).toEqual(rows.map(({ day }) => day));
      expect([...(history?.values ?? [])]).toEqual(
        rows.map(({ hundredths }) => (hundredths === null ? NaN : hundredths / 100)),
      );
    }),
    { numRuns: 300 },
  );
});
