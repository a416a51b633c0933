/* What the race of a recalculation runs, bundled as dist/cli.js is: see recalculationRace.js. */
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";

/** Room below the formulas. */
const SPARE_ROWS = 10;
const BOOK = "Bench";
const TIMEOUT_MS = 600_000;

/** What one run of a workbook costs. */
export interface Costs {
  /** CPU microseconds a formula, of the first calculation. */
  readonly first: number;
  /** CPU microseconds a formula, each time that column A is written again. */
  readonly again: readonly number[];
  /** Bytes that stay in use. */
  readonly heap: number;
}

const FORMULAS = {
  ours: (row: number) => `=RV.SPREADGAP(A${row},B${row})`,
  plain: (row: number) => `=A${row}*2+B${row}`,
};

const EXPECTED = {
  ours: (yieldOne: number) => yieldOne - 62,
  plain: (yieldOne: number) => yieldOne * 2 + 62,
};

/**
 * Calculates a column of formulas, then writes what they read and calculates again.
 *
 * @param which - The formulas.
 * @param n - How many.
 * @param rounds - How often again.
 * @returns What it costs.
 */
export async function costsOf(
  which: keyof typeof FORMULAS,
  n: number,
  rounds: number,
): Promise<Costs> {
  const book = new Spreadsheet({
    preset: nodePreset(),
    metadata: {
      functions: [
        { id: "SPREADGAP", name: "SPREADGAP", parameters: [{ name: "yield" }, { name: "other" }] },
      ],
    },
    functions: new Map([
      ["SPREADGAP", (one: unknown, other: unknown) => Number(one) - Number(other)],
    ]),
    sheets: [
      {
        name: BOOK,
        cells: Array.from({ length: n }, (_, i) => [101 + (i % 50), 62]),
        rowCount: n + SPARE_ROWS,
        columnCount: 20,
      },
    ],
  });
  const check = (round: number): void => {
    for (const i of [0, n - 1]) {
      const [[got] = []] = book.read(BOOK, `E${i + 1}`);
      const expected = EXPECTED[which](101 + round + (i % 50));
      if (got !== expected) throw new Error(`E${i + 1} is ${String(got)}; it must be ${expected}`);
    }
  };
  const timed = async (edit: () => void): Promise<number> => {
    const before = process.cpuUsage();
    edit();
    await book.settle(TIMEOUT_MS);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / n;
  };
  const sheet = book.workbook.getSheetByName(BOOK);
  if (!sheet) throw new Error("the engine has no sheet");
  await book.settle(TIMEOUT_MS);
  const first = await timed(() => {
    sheet
      .getRange(0, 4, n, 1)
      .setFormulas(Array.from({ length: n }, (_, i) => [FORMULAS[which](i + 1)]));
  });
  check(0);
  const again: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const cells = Array.from({ length: n }, (_, i) => [101 + round + (i % 50)]);
    again.push(
      await timed(() => {
        book.write(BOOK, "A1", cells);
      }),
    );
    check(round);
  }
  globalThis.gc?.();
  return { first, again, heap: process.memoryUsage().heapUsed };
}

/** `node recalculation.js ours 5000 3` prints the costs. */
async function main([which = "ours", n = "5000", rounds = "3"]: readonly string[]): Promise<void> {
  const costs = await costsOf(which as keyof typeof FORMULAS, Number(n), Number(rounds));
  console.log(JSON.stringify(costs));
  // The engine leaves timers behind.
  process.exit(0);
}

void main(process.argv.slice(2));
