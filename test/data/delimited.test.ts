import fc from "fast-check";
import { readDelimited } from "../../src/data/delimited";
import {
  MOST_BYTES,
  MOST_ROWS,
  requireRows,
  requireSize,
  tableOfCells,
} from "../../src/data/textTable";
import { refusal, refusalOf } from "./refusal";

const read = (text: string) => readDelimited(text, "T.csv");

describe("readDelimited", () => {
  it.each([
    ["commas", "date,value\n2014-12-30,5.03\n", "fields are separated by commas"],
    [
      "semicolons with decimal commas",
      "date;value\n2014-12-30;5,03\n",
      "fields are separated by semicolons",
    ],
    [
      "semicolons without a heading",
      "2014-12-30;5,03\n2014-12-31;5,04\n",
      "fields are separated by semicolons",
    ],
    [
      "tabs with grouped numbers",
      "2014-12-30\t1,234.5\n2014-12-31\t1,235.5\n",
      "fields are separated by tabs",
    ],
    ["vertical bars", "date|value\n2014-12-30|5.03\n", "fields are separated by vertical bars"],
    ["blanks", "2014-12-30  5.03\n2014-12-31  5.04\n", "fields are separated by blanks"],
  ])("finds %s", async (_, text, fact) => {
    const { rows, facts } = await read(text);
    expect(facts).toEqual([fact]);
    expect(rows.every((row) => row.length === 2)).toBe(true);
  });

  it("keeps the line of each row: byte order mark, all line ends, quotes with breaks, blank lines", async () => {
    const { rows, lines } = await read(
      '\uFEFFdate,"a ""name"""\r\n2014-12-29,1\r\r\n"2014-12-30","2\n3"\n,\n2014-12-31,4',
    );
    expect(rows).toEqual([
      ["date", 'a "name"'],
      ["2014-12-29", "1"],
      ["2014-12-30", "2\n3"],
      ["2014-12-31", "4"],
    ]);
    expect(lines).toEqual([1, 2, 4, 7]);
  });

  it.each([
    ['date,value\n2014-12-30,"1\n', /^T\.csv, line 2: a quote is opened and never closed$/],
    ['date,value\n2014-12-30,"1"x\n', /^T\.csv, line 2: a quote stands inside a field/],
    ["", /^T\.csv is empty; it must have rows with a date and a value$/],
    [" \n,,\n", /^T\.csv is empty/],
    ["PK\0\0", /^T\.csv is not plain text; it must be a CSV file/],
  ])("refuses %j", async (text, words) => {
    expect(await refusalOf(read(text))).toMatch(words);
  });

  it("has limits, in words", () => {
    expect(refusal(() => requireSize("T.csv", MOST_BYTES))).toBe("accepted");
    expect(refusal(() => requireSize("T.csv", MOST_BYTES + 1e6))).toBe(
      "T.csv has 26.0 MB; it must have at most 25 MB: cut it to the columns and years that are needed",
    );
    expect(refusal(() => requireRows("T.csv", MOST_ROWS))).toBe("accepted");
    expect(refusal(() => requireRows("T.csv", MOST_ROWS + 1))).toMatch(/more than 1,000,000 rows/);
  });

  it("refuses a million rows and one", async () => {
    expect(await refusalOf(read("1,2\n".repeat(MOST_ROWS + 1)))).toMatch(
      /more than 1,000,000 rows/,
    );
  });
});

describe("a long text", () => {
  const rows = 100_000;
  const long = `date,value\n${Array.from({ length: rows }, (_, i) => `2014-12-31,${i}.25\n`).join("")}`;

  it("is read with news of how far it is, every row once", async () => {
    const shares: number[] = [];
    const table = await readDelimited(long, "T.csv", { onProgress: (share) => shares.push(share) });
    expect(table.rows.map(([, value]) => value)).toEqual([
      "value",
      ...Array.from({ length: rows }, (_, i) => `${i}.25`),
    ]);
    expect(table.lines[rows]).toBe(rows + 1);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.5);
    expect(shares.at(-1)).toBe(1);
  });

  it("lets others work between its slices, and stops when told", async () => {
    const stop = new AbortController();
    let shares = 0;
    const reading = readDelimited(long, "T.csv", {
      signal: stop.signal,
      onProgress: () => {
        shares++;
        setTimeout(() => {
          stop.abort(new Error("stopped by the user"));
        }, 0);
      },
    });
    await expect(reading).rejects.toThrow("stopped by the user");
    expect(shares).toBeGreaterThan(0);
    expect(shares).toBeLessThan(4);
  });

  it("is not begun when it was stopped before", async () => {
    const onProgress = jest.fn();
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(readDelimited(long, "T.csv", { signal, onProgress })).rejects.toThrow("stopped");
    expect(onProgress).not.toHaveBeenCalled();
  });
});

it("any fields, quoted, come back as they were", async () => {
  const field = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((text) => `x${text.replace(/\0|\r/g, "")}x`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(",", ";", "\t", "|"),
      async (records, delimiter) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = records.map((record) => record.map(quote).join(delimiter)).join("\n");
        const { rows } = await read(`date${delimiter}value\n`.repeat(30) + text);
        expect(rows.slice(30)).toEqual(records);
      },
    ),
  );
});

it("cells keep the numbers of their rows, and what looks like a formula stays text", () => {
  const table = tableOfCells(
    [
      ["Date", "=1+1"],
      ["", ""],
      [42004, 0.62],
      [42005, "#N/A"],
    ],
    "S!B3:C6",
    3,
  );
  expect(table.rows).toEqual([
    ["Date", "=1+1"],
    ["42004", "0.62"],
    ["42005", "#N/A"],
  ]);
  expect(table.lines).toEqual([3, 5, 6]);
  expect(refusal(() => tableOfCells([["", ""]], "S!A1:B1", 1))).toMatch(/^S!A1:B1 is empty/);
});

it("a quoted field that two slices share comes back whole", async () => {
  const records = Array.from({ length: 30_000 }, (_, i) => [`2014-12-31`, `a "b";\n${i}`]);
  const text = records
    .map(([day, value = ""]) => `${day};"${value.replaceAll('"', '""')}"`)
    .join("\n");
  const { rows, lines } = await read(text);
  expect(rows).toEqual(records);
  expect(lines[29_999]).toBe(59_999);
});
