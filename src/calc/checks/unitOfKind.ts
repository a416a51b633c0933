import { median } from "../numeric/statistics";
import { tidy } from "../numeric/tidy";
import { brief, briefPercent, listed, type PresentValues, type Problem } from "./problem";

/** Kinds of columns whose unit is known. */
export type UnitKind = "rates" | "spreads" | "prices";

/** A column of spreads whose usual size is below this was typed in percent: 0.62 for 62. */
const LEAST_SPREAD = 3;
/** Above this, hundredths of basis points, or a price: distressed bonds trade at 2,500. */
const GREATEST_SPREAD = 2500;
/** Prices per 100 of face: below it fractions of par, above it thousandths. */
const PRICES = [20, 250] as const;
/** Percent beside basis points: their usual sizes are a hundred apart, give or take. */
const COLUMNS_APART = [40, 250] as const;

/**
 * Values in another unit than their kind has, or with a sign that it rarely has.
 *
 * The usual size of a column (the median without signs) tells its unit, so that a few odd values
 * cannot; a rate above 1 is wrong by itself.
 *
 * @param column - The values that are there.
 * @param kind - Rates are decimals, spreads basis points, prices per 100.
 * @returns Findings.
 *
 * @example
 * unitProblems({ values: Float64Array.of(4.2, 4.3, 4.1), rows: [1, 2, 3] }, "rates")[0].severity; // => "error"
 */
export function unitProblems(column: PresentValues, kind: UnitKind): Problem[] {
  if (column.values.length === 0) return [];
  const usual = median(column.values.map(Math.abs));
  return KINDS[kind](column, usual);
}

const KINDS: Record<UnitKind, (column: PresentValues, usual: number) => Problem[]> = {
  rates(column, usual) {
    if (usual > 1) {
      const unit = usual > 100 ? "basis points" : "percent";
      const meant = tidy(usual / (usual > 100 ? 10_000 : 100));
      return [
        whole(
          column,
          `values of ${brief(usual)} look like ${unit}; rates are decimals such as ${brief(meant)}`,
        ),
        ...negative(column, "rate"),
      ];
    }
    const above = each(column, (value) => Math.abs(value) > 1).map(({ row, value }): Problem => ({
      row,
      problem: `${brief(value)} is ${briefPercent(value)}; rates are decimals, ${brief(tidy(value / 100))} perhaps`,
      severity: "error",
    }));
    return [...listed(above, (it) => it), ...negative(column, "rate")];
  },

  spreads(column, usual) {
    const slip =
      usual < LEAST_SPREAD && usual > 0
        ? [
            whole(
              column,
              `values of ${brief(usual)} look like percent; spreads are basis points such as ${brief(usual * 100)}`,
            ),
          ]
        : usual > GREATEST_SPREAD
          ? [whole(column, `values of ${brief(usual)} are too large for spreads in basis points`)]
          : [];
    return [...slip, ...negative(column, "spread")];
  },

  prices(column, usual) {
    const notAbove0 = each(column, (value) => value <= 0).map(({ row, value }): Problem => ({
      row,
      problem: `${brief(value)} is no price; it must be a number above 0 per 100 of face`,
      severity: "error",
    }));
    const slip =
      usual > 0 && (usual < PRICES[0] || usual > PRICES[1])
        ? [whole(column, `values of ${brief(usual)} are not per 100 of face, as prices are here`)]
        : [];
    return [...listed(notAbove0, (it) => it), ...slip];
  },
};

/**
 * Columns of one kind of which one is in percent and another in basis points.
 *
 * @param columns - The values that are there, of each column.
 * @param names - The columns' names.
 * @returns One finding for each column a hundred times smaller than the largest.
 *
 * @example
 * unitsOfColumns([{ values: Float64Array.of(101, 98), rows: [1, 2] }, { values: Float64Array.of(0.62, 0.6), rows: [1, 2] }], ["column 1", "column 2"]).length; // => 1
 */
export function unitsOfColumns(
  columns: readonly PresentValues[],
  names: readonly string[],
): Problem[] {
  const sizes = columns.map(({ values }) =>
    values.length === 0 ? 0 : median(values.map(Math.abs)),
  );
  const largest = Math.max(...sizes);
  const name = names[sizes.indexOf(largest)] ?? "";
  return columns.flatMap(({ rows }, j): Problem[] => {
    const size = sizes[j] as number;
    const apart = largest / size;
    if (!(apart >= COLUMNS_APART[0] && apart <= COLUMNS_APART[1])) return [];
    return [
      {
        row: rows[0] as number,
        problem: `${names[j] ?? ""} has values of ${brief(size)} and ${name} of ${brief(largest)}: percent beside basis points?`,
        severity: "warning",
      },
    ];
  });
}

const whole = ({ rows }: PresentValues, problem: string): Problem => ({
  row: rows[0] as number,
  problem,
  severity: "error",
});

const each = ({ values, rows }: PresentValues, wrong: (value: number) => boolean) =>
  rows.map((row, i) => ({ row, value: values[i] as number })).filter(({ value }) => wrong(value));

function negative(column: PresentValues, what: string): Problem[] {
  const below = each(column, (value) => value < 0);
  const [first] = below;
  if (first === undefined) return [];
  const more = below.length === 1 ? "" : `, and ${below.length - 1} more rows`;
  return [
    {
      row: first.row,
      problem: `${brief(first.value)}${more}: a negative ${what} is possible, a turned sign too`,
      severity: "note",
    },
  ];
}
