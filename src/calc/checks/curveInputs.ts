import { tidy } from "../numeric/tidy";
import { brief, briefPercent, type Problem } from "./problem";

/** No Treasury is longer; a larger number is a tenor in months. */
const LONGEST_TENOR = 50;
/** A yield this far from the line between its neighbours is a slip: par curves bend by less. */
const LARGEST_BEND = 0.015;

/**
 * What a curve of tenors and par yields may have wrong: order, tenors in months, yields in
 * percent, or one point that is out of line with its neighbours.
 *
 * @param tenors - Years, NaN where missing.
 * @param yields - Decimals, NaN where missing.
 * @returns Findings.
 *
 * @example
 * curveProblems(Float64Array.of(2, 5, 10), Float64Array.of(0.036, 3.82, 0.042))[0].row; // => 2
 */
export function curveProblems(tenors: Float64Array, yields: Float64Array): Problem[] {
  const problems: Problem[] = [];
  const say = (row: number, problem: string, severity: Problem["severity"] = "error") =>
    problems.push({ row, problem, severity });
  const points: Point[] = [];
  for (let i = 0; i < tenors.length; i++) {
    const [row, tenor, yld] = [i + 1, tenors[i] as number, yields[i] as number];
    if (Number.isNaN(tenor) && Number.isNaN(yld)) continue;
    if (Number.isNaN(tenor)) say(row, "a yield without a tenor");
    else if (Number.isNaN(yld)) say(row, `no yield for the tenor ${brief(tenor)}`);
    else points.push({ row, tenor, yld });
  }
  if (points.length < 2) say(1, `${points.length} points; a curve needs 2 or more`);
  for (const [i, { row, tenor, yld }] of points.entries()) {
    const before = points[i - 1]?.tenor ?? 0;
    if (!(tenor > 0)) say(row, `the tenor ${brief(tenor)} is no number of years above 0`);
    else if (tenor === before) say(row, `the tenor ${brief(tenor)} stands twice`);
    else if (tenor < before) {
      say(row, `the tenor ${brief(tenor)} comes after ${brief(before)}; tenors must rise`);
    }
    if (tenor > LONGEST_TENOR) {
      say(row, `the tenor ${brief(tenor)} is in years; months? ${brief(tenor / 12)} perhaps`);
    }
    if (Math.abs(yld) > 1) {
      say(
        row,
        `the yield ${brief(yld)} is ${briefPercent(yld)}; yields are decimals, such as ${brief(tidy(yld / 100))}`,
      );
    }
  }
  return problems.length > 0 ? problems : bends(points);
}

interface Point {
  readonly row: number;
  readonly tenor: number;
  readonly yld: number;
}

/** A point that is out of line puts its neighbours out of line too, but by less. */
function bends(points: readonly Point[]): Problem[] {
  const bend = points.map((point, i) => {
    const [left, right] = [points[i - 1], points[i + 1]];
    if (left === undefined || right === undefined) return 0;
    const share = (point.tenor - left.tenor) / (right.tenor - left.tenor);
    return point.yld - (left.yld + share * (right.yld - left.yld));
  });
  const size = (i: number) => Math.abs(bend[i] ?? 0);
  return points.flatMap((point, i): Problem[] => {
    const isLargest = size(i) >= size(i - 1) && size(i) >= size(i + 1);
    if (!(size(i) > LARGEST_BEND && isLargest)) return [];
    const side = (bend[i] as number) > 0 ? "above" : "below";
    return [
      {
        row: point.row,
        problem: `the yield ${brief(point.yld)} is ${Math.round(size(i) * 10_000)} bp ${side} the line between its neighbours`,
        severity: "warning",
      },
    ];
  });
}
