import fc from "fast-check";
import { requireSymmetric, semidefiniteFactor } from "../../../src/calc/numeric/semidefinite";
import { calcError } from "../../support/errors";

const entry = fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100);
const product = (rows: readonly ArrayLike<number>[]) =>
  rows.map((a) =>
    rows.map((b) => Array.from(a).reduce((sum, value, k) => sum + value * (b[k] as number), 0)),
  );

describe("semidefiniteFactor", () => {
  it("multiplies back to the matrix, full rank or not", () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([n, rank]) =>
        fc.array(fc.array(entry, { minLength: rank, maxLength: rank }), {
          minLength: n,
          maxLength: n,
        }),
      );
    fc.assert(
      fc.property(rows, (roots) => {
        const matrix = product(roots);
        const back = product(semidefiniteFactor(matrix, "covariance").rows);
        matrix.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(back[i]?.[j]).toBeCloseTo(value, 7);
          });
        });
      }),
    );
  });

  it("multiplies back to 10⁻¹² where nothing is degenerate", () => {
    const matrix = [
      [4, 2.2, 0],
      [2.2, 121, 84.7],
      [0, 84.7, 196],
    ];
    product(semidefiniteFactor(matrix, "covariance").rows).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(matrix[i]?.[j] as number, 12);
      });
    });
  });

  it("refuses what would give a mix a variance below 0, and names the row", () => {
    const contradicting = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    expect(() => semidefiniteFactor(contradicting, "correlations")).toThrow(
      calcError("invalid", /correlations, row 3, contradicts the other rows: a mix would have/),
    );
    expect(() => semidefiniteFactor([[-1]], "covariance")).toThrow(calcError("invalid", /row 1/));
    expect(() =>
      semidefiniteFactor(
        [
          [0, 1],
          [1, 4],
        ],
        "covariance",
      ),
    ).toThrow(calcError("invalid", /row 1/));
    expect(() => semidefiniteFactor([[NaN]], "covariance")).toThrow(calcError("invalid", /row 1/));
  });
});

describe("requireSymmetric", () => {
  it("names the two cells that differ, and the size that is wrong", () => {
    expect(() => {
      requireSymmetric(
        [
          [1, 0.5],
          [0.4, 1],
        ],
        2,
        "correlations",
      );
    }).toThrow(
      calcError("invalid", /correlations, row 2, column 1 is 0\.4 but row 1, column 2 is 0\.5/),
    );
    expect(() => {
      requireSymmetric([[1, 0]], 2, "correlations");
    }).toThrow(calcError("invalid", /correlations is a range of 1×2 cells; it must be 2×2/));
  });
});
