import {
  bootCiCard,
  deflatedSharpeCell,
  pboCell,
  sharpeCiCard,
} from "../../src/functions/validation";
import { answer } from "../support/errors";
import { column } from "../support/series";

const card = (cells: unknown[][]) => Object.fromEntries(cells) as Record<string, number>;

/** Seven returns over and over: nothing in it is random. */
const RETURNS = Array.from(
  { length: 84 },
  (_, i) => [0.01, -0.004, 0.006, 0, 0.012, -0.008, 0.003][i % 7],
);

describe("BOOTCI", () => {
  it("is a point where all values are alike", () => {
    expect(card(bootCiCard(column(...Array(24).fill(3)), "mean", 3, 100, 1))).toMatchObject({
      value: 3,
      low: 3,
      high: 3,
    });
  });

  it("holds the statistic, is the same for the same seed, and another for another", () => {
    const drawn = (seed: number) => card(bootCiCard(column(...RETURNS), "mean", 3, 400, seed));
    const { value, low, high } = drawn(1);
    expect(value).toBeCloseTo(19 / 7_000, 12);
    expect(low).toBeLessThan(value as number);
    expect(high).toBeGreaterThan(value as number);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(2)).not.toEqual(drawn(1));
  });
});

describe("SHARPECI", () => {
  it("has the ratio of mean and sample deviation, by the root of the rows a year", () => {
    const n = RETURNS.length;
    const mean = RETURNS.reduce((sum: number, value) => sum + Number(value), 0) / n;
    const variance =
      RETURNS.reduce((sum: number, value) => sum + (Number(value) - mean) ** 2, 0) / (n - 1);
    const { sharpe, low, high } = card(sharpeCiCard(column(...RETURNS), 12, 3, 400, 1));
    expect(sharpe).toBeCloseTo((mean / Math.sqrt(variance)) * Math.sqrt(12), 10);
    expect(low).toBeLessThan(sharpe as number);
    expect(high).toBeGreaterThan(sharpe as number);
  });

  it("refuses returns in percent", () => {
    expect(answer(() => sharpeCiCard(column(4, -2, 3, 1)))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/returns, row 1, is 4.*0\.04/),
    });
  });
});

describe("DEFLATEDSHARPE", () => {
  it("is one half for a ratio of 0 after one trial, and Φ(S·√(n − 1) ÷ √(1 + S²/2)) for normal returns", () => {
    expect(deflatedSharpeCell(0, 100, 0, 3)).toBeCloseTo(0.5, 12);
    // S = .2, n = 101: z = .2·10 ÷ √1.02 = 1.98030, Φ = .976165 (tables of the normal distribution).
    expect(deflatedSharpeCell(0.2, 101, 0, 3)).toBeCloseTo(0.976165, 5);
  });

  it("is the probabilistic Sharpe ratio of the paper's hedge fund, above 0 and above a benchmark", () => {
    // Bailey and López de Prado 2012: .458 a month over 24 months, .982 if normal, .913 with the moments.
    expect(deflatedSharpeCell(0.458, 24, 0, 3)).toBeCloseTo(0.982, 3);
    expect(deflatedSharpeCell(0.458, 24, -2.448, 10.164)).toBeCloseTo(0.913, 3);
    // S = .2 against .1, n = 101: z = .1·10 ÷ √1.02 = .990148, Φ = .838949.
    expect(deflatedSharpeCell(0.2, 101, 0, 3, 1, null, 0.1)).toBeCloseTo(0.838949, 5);
    expect(deflatedSharpeCell(0.2, 101, 0, 3, 1, null, 0.2)).toBeCloseTo(0.5, 12);
  });

  it("falls with every further trial", () => {
    const after = (trials: number) => deflatedSharpeCell(0.2, 101, 0, 3, trials, 0.01) as number;
    expect(after(10)).toBeLessThan(after(2));
    expect(after(100)).toBeLessThan(after(10));
  });
});

describe("PBO", () => {
  it("is 0 where one strategy is the better one in every block", () => {
    const better = Array.from({ length: 32 }, (_, i) => [
      0.01 + (i % 5) / 1000,
      -0.01 + (i % 3) / 1000,
    ]);
    expect(pboCell(better, 4)).toBe(0);
  });

  it("is high where what wins in one half of the blocks loses in the other; a tie counts half", () => {
    // The sum of each strategy is the same, so that the better half leaves the worse one over.
    const pattern = [3, 1, -1, -3];
    const rows = Array.from({ length: 32 }, (_, i) => {
      const shift = pattern[Math.floor(i / 8)] as number;
      const wobble = (i % 2) * 0.2;
      return [(shift + wobble) / 1000, (-shift + wobble) / 1000];
    });
    // Six splits: in four the winner loses, in two both are alike in either half.
    expect(pboCell(rows, 4)).toBeCloseTo(5 / 6, 12);
  });
});
