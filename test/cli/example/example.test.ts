import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleCommand } from "../../../src/cli/example/example";
import type { ExampleAnswer } from "../../../src/cli/example/exampleAnswer";
import { WIDTH } from "../../../src/cli/example/exampleReport";
import { UsageError } from "../../../src/cli/usageError";

const folder = mkdtempSync(join(tmpdir(), "rotation-example-"));
const write = (name: string, series: string, rows: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `observation_date,${series}\n${rows.join("\n")}\n`);
  return file;
};
async function run(...words: string[]): Promise<string[]> {
  const lines: string[] = [];
  await exampleCommand(words, (line) => {
    lines.push(line);
    return Promise.resolve();
  });
  return lines;
}
const refusal = async (...words: string[]) =>
  run(...words).then(
    () => "accepted",
    (error: unknown) => {
      if (error instanceof UsageError) return error.message;
      throw error;
    },
  );

/** Day 28 of each month, `n` months from January 2012; the yields go up and down a little. */
const monthly = (n: number, level: number) =>
  Array.from({ length: n }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, "0");
    const value = level + ((i * 7) % 5) / 10;
    return `${2012 + Math.floor(i / 12)}-${month}-28,${value.toFixed(2)}`;
  });
const files = (n: number, change: Partial<Record<string, string>> = {}) => {
  const all = {
    mortgage: write("M.csv", "MORTGAGE30US", monthly(n, 4)),
    treasury5: write(
      "T5.csv",
      "DGS5",
      monthly(n, 1.6).map((row, i) => row.replace(/.$/, `${i % 3}`)),
    ),
    treasury10: write("T10.csv", "DGS10", monthly(n, 2.2)),
    corporate: write(
      "C.csv",
      "HQMCB10YR",
      monthly(n, 3.5).map((row, i) => row.replace(/.$/, `${i % 7}`)),
    ),
    ...change,
  };
  return Object.entries(all).flatMap(([option, file]) => [`--${option}`, file ?? ""]);
};

describe("example, without files", () => {
  it("says ILLUSTRATIVE on every line, and says the same twice", async () => {
    const lines = await run();
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => !line.startsWith("ILLUSTRATIVE"))).toEqual([]);
    expect(await run()).toEqual(lines);
    expect(await run("--json")).toEqual([expect.stringContaining("ILLUSTRATIVE")]);
  });

  it("shows none of Freddie Mac's rates, and says so by naming no such source", async () => {
    expect((await run()).join("\n")).not.toMatch(/Freddie Mac/);
  });
});

describe("example, with a corporate file that ends years before the others", () => {
  const ended = () => files(96, { corporate: write("E.csv", "HQMCB10YR", monthly(36, 3.5)) });

  it("says so, and shows the months that have a gap", async () => {
    const lines = await run(...ended());
    expect(lines.slice(0, 6).join(" ").replace(/\s+/g, " ")).toMatch(
      /No gap after 2014-12: the files go on to 2019-12 without the corporate yield\. Every number here is as of 2014-12\./,
    );
    const months = lines.filter((line) => /^20\d\d-\d\d /.test(line));
    expect(months).toHaveLength(24);
    expect(months.filter((line) => line > "2015")).toEqual([]);
    expect(lines.join(" ").replace(/\s+/g, " ")).toMatch(
      /60 by last in month, 60 of them after 2014-12/,
    );
  });

  it("says nothing of the kind where all end together", async () => {
    expect((await run(...files(36))).join(" ")).not.toMatch(/No gap after/);
  });
});

describe("example, with files", () => {
  it("prints at most 100 columns, with as-of, basis, attribution and alignment", async () => {
    for (const lines of [await run(), await run(...files(36)), await run("--help")]) {
      expect(lines.flatMap((it) => it.split("\n")).filter((it) => it.length > WIDTH)).toEqual([]);
    }
    const text = (await run(...files(36))).join("\n").replace(/\s+/g, " ");
    expect(text).toMatch(/as of 2014-12/);
    expect(text).toMatch(/Freddie Mac, Primary Mortgage Market Survey/);
    expect(text).toMatch(/HQMCB10YR\) is itself a monthly average/);
    expect(text).toMatch(/spot against par/);
    expect(text).toMatch(/about 1 percentage point above a current-coupon yield/);
    expect(text).toMatch(/never a later day/);
    expect(text).toMatch(/not investment advice/);
  });

  it("prints #N/A and why for five years of a three-year history, and the rest", async () => {
    const lines = await run(...files(36));
    const table = lines.filter((line) => /^(last in month|month mean)\s+[-\d]+\.\d/.test(line));
    expect(table).toHaveLength(2);
    for (const line of table) {
      // gap, z 1y, 5y, all, percentile 1y, 5y, all, n
      expect(
        line
          .replace(/^(last in month|month mean)/, "")
          .trim()
          .split(/\s+/),
      ).toEqual([
        expect.stringMatching(/^-?\d+\.\d$/),
        expect.stringMatching(/^[+-]?\d+\.\d\d$/),
        "#N/A",
        expect.stringMatching(/^[+-]?\d+\.\d\d$/),
        expect.stringMatching(/^\d+%$/),
        "#N/A",
        expect.stringMatching(/^\d+%$/),
        "36",
      ]);
    }
    expect(lines.join("\n")).toMatch(/5y: #N\/A, window is 60 rows but history has only 35/);
  });

  it("counts and names the months without a leg, and fills none", async () => {
    const corporate = write(
      "gappy.csv",
      "HQMCB10YR",
      monthly(36, 3.5).filter((row) => !row.startsWith("2013-03")),
    );
    const words = files(36, { corporate });
    expect((await run(...words)).join("\n")).toMatch(
      /1 by month mean: 2013-03 \(corporate yield\)/,
    );
    const answer = JSON.parse((await run(...words, "--json"))[0] ?? "") as ExampleAnswer;
    expect(answer.monthMean.missing).toEqual([{ month: "2013-03", legs: ["corporate yield"] }]);
    expect(answer.monthMean.n).toBe(35);
    expect(answer.months.find(({ month }) => month === "2013-03")?.monthMean.gap).toBeNull();
  });

  it("prints with --json what the table rounds", async () => {
    const words = files(36);
    const [line = ""] = await run(...words, "--json");
    const answer = JSON.parse(line) as ExampleAnswer;
    const table = (await run(...words)).find((it) => it.startsWith("month mean  ")) ?? "";
    expect(table).toContain(` ${answer.monthMean.gap.toFixed(1)} `);
    expect(answer.difference.gap).toBe(answer.lastInMonth.gap - answer.monthMean.gap);
    expect(answer.monthMean.gap).toBe(answer.months[35]?.monthMean.gap);
  });

  it("names another source when the mortgage rate is not Freddie Mac's", async () => {
    const mortgage = write("own.csv", "MYRATE", monthly(36, 4));
    const text = (await run(...files(36, { mortgage }))).join("\n");
    expect(text).not.toMatch(/Freddie Mac/);
    expect(text).toMatch(/own\.csv, as given/);
  });
});

describe("example refuses", () => {
  const M = join(folder, "M.csv");
  beforeAll(() => void files(36));

  it.each([
    [["--treasury7", M], /^--treasury7 is not an option of example; it knows --mortgage/],
    [["M.csv"], /^M\.csv is not an option/],
    [["--constructor", M], /^--constructor is not an option/],
    [["--mortgage"], /^--mortgage has no file after it/],
    [["--mortgage", "--json"], /^--mortgage has no file after it/],
    [["--mortgage", M, `--mortgage=${M}`], /^--mortgage stands twice/],
    [["--mortgage", M], /^--treasury5 is missing; give a file of 5-year Treasury yields/],
  ])("%j", async (words, message) => {
    expect(await refusal(...words)).toMatch(message);
  });

  it("a file that is not there", async () => {
    expect(await refusal(...files(36, { corporate: "no/such.csv" }))).toBe(
      "no/such.csv: there is no such file; it must be a CSV file of 10-year corporate yields",
    );
    expect(await refusal(...files(36, { corporate: folder }))).toMatch(/it cannot be read/);
  });

  it("a file after the wrong option", async () => {
    const treasury5 = join(folder, "T10.csv");
    expect(await refusal(...files(36, { treasury5 }))).toBe(
      `${treasury5}, line 1: the header is DGS10, which belongs after --treasury10; 5-year Treasury yields must come after --treasury5`,
    );
  });

  it("a corporate file with two values in a month", async () => {
    const corporate = write("weekly.csv", "HQMCB10YR", ["2014-01-03,3.5", "2014-01-10,3.5"]);
    expect(await refusal(...files(36, { corporate }))).toMatch(
      /weekly\.csv, line 3: .*one value a month/,
    );
  });

  it("basis points in one file and percent in another", async () => {
    const mortgage = write("bp.csv", "MORTGAGE30US", ["2014-01-02,453", "2014-01-09,451"]);
    expect(await refusal(...files(36, { mortgage }))).toMatch(
      /bp\.csv, line 2: the value is 453; it must be in percent, did you mean 4\.53/,
    );
  });

  it("files that share no month", async () => {
    const corporate = write("late.csv", "HQMCB10YR", ["2020-01-01,3.5"]);
    expect(await refusal(...files(36, { corporate }))).toMatch(/no month has a value in each/);
  });
});
