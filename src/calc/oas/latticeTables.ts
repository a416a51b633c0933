import type { PrepaymentDials } from "../prepayment/prepaymentModel";
import { SMM_TABLE } from "../prepayment/smmTable";
import type { MonthlyRates, PaymentWeights } from "../rates/monthlyRates";
import type { Kernel, LatticeTables } from "./kernel/kernel";
import { latticePulls } from "./latticePulls";
import { boundedPower } from "./nodeSpeeds";
import type { SpeedTables } from "./speedTables";

/**
 * What all walks over a lattice have in common, in arrays of a kernel.
 *
 * @param kernel - Whose arrays they are.
 * @param dials - The prepayment model.
 * @param rates - The monthly short rate.
 * @param weights - How a month's payment is discounted.
 * @param slope - Mortgage rate per unit of deviation.
 * @param speeds - Speeds past the seasoning ramp.
 * @returns The tables; null where the refinancing curve is not the logistic one, or the lattice's moves are not those of
 *   three neighbours.
 */
export function latticeTables(
  kernel: Kernel,
  dials: PrepaymentDials,
  { lattice }: MonthlyRates,
  { byNode }: PaymentWeights,
  slope: number,
  speeds: SpeedTables,
): LatticeTables | null {
  const moves = dials.form === "logistic" ? latticePulls(lattice, byNode) : null;
  if (moves === null) return null;
  const { deviations } = lattice;
  const own = (numbers: ArrayLike<number>) => {
    const array = kernel.array(numbers.length);
    array.set(numbers);
    return array;
  };
  const { maxCpr, slowSpeed, lockIn, refiWidth, lockWidth } = dials;
  const answers = Array.from(deviations, (it) => [
    boundedPower((slope * it) / refiWidth),
    boundedPower((-slope * it) / lockWidth),
  ]);
  const table = kernel.array(speeds.length);
  speeds.fill(table);
  return {
    nodes: deviations.length,
    dials: own([maxCpr, slowSpeed, lockIn, moves.firstToThird, moves.lastToThird]),
    pulls: own(moves.pulls),
    answers: own(answers.flat()),
    smm: own(SMM_TABLE),
    speeds: table,
    width: speeds.width,
    ownSpeeds: kernel.array(2 * deviations.length),
  };
}
