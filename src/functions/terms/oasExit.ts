/* The arguments of a sale at an option-adjusted spread, where one at a yield has others. */
import { shown } from "../../assumptions/humanValues";
import { poolModel } from "../../assumptions/poolAssumptions";
import { readAccrued } from "../../assumptions/settlement";
import type { ParCurve } from "../../calc/curve/parCurve";
import { invalid } from "../../calc/errors";
import type { Pool } from "../../calc/mortgage/pool";
import type { PoolOasHolding } from "../../calc/returns/poolOasHorizon";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";
import { grid, type Argument } from "../excel/grid";
import { optional, positive, zeroIsBlank, type Reader } from "../excel/oneCell";
import { isOmitted } from "../excel/series";
import { assumptionsTable } from "./assumptionsTable";
import { basisPoints } from "./basisPoints";
import { curve as readCurve } from "./curve";
import { delayReader } from "./settlement";
import { speed as readSpeed } from "./speed";

/** What a sale at a spread needs beside the spread; no other sale has them. */
export interface OasExitArguments {
  readonly curve: Argument;
  readonly assumptions: Argument;
  readonly exitCurve: Argument;
  readonly oasHalfLife: Argument;
}

/**
 * Where the spread of a sale goes.
 *
 * @param argument - "held", or basis points.
 * @returns The spread, decimal; null where it is held; undefined where the argument is omitted.
 */
export const exitOasOf = (argument: Argument): number | null | undefined =>
  optional(argument, "exitOas", exitOasReader, undefined);

/** No pool has been sold at more. */
const readExit = basisPoints(-1_000, 1_000);

const exitOasReader: Reader<number | null> = (written, where) => {
  if (typeof written !== "string") return readExit(written, where) / 10_000;
  if (written.trim().toLowerCase() === "held") return null;
  if (/\d/.test(written)) return readExit(written, where) / 10_000;
  throw invalid(
    `${where} is ${shown(written)}; it must be "held", or basis points such as 25 or "25bp"`,
  );
};

/**
 * Refuses what belongs to a sale at a yield; 0 is how older Excel hands a blank over.
 *
 * @param args - Those arguments by name.
 * @throws CalcError `invalid` when one is given.
 */
export function refuseBesideOas(args: Readonly<Record<string, Argument>>): void {
  for (const [name, argument] of Object.entries(args)) {
    const cells = grid(argument, name)?.flat() ?? [];
    const given = cells
      .map((cell) => plain(cell, name))
      .find((value) => value === NOT_AVAILABLE || !(isBlank(value) || value === 0));
    if (given === undefined) continue;
    throw invalid(
      `${name} is ${given === NOT_AVAILABLE || given === null ? "#N/A" : shown(given)}; it must be blank where exitOas says at which spread the pool is sold`,
    );
  }
}

/**
 * Refuses what only a sale at a spread needs.
 *
 * @param args - The arguments.
 * @throws CalcError `invalid` when one is given.
 */
export function refuseWithoutOas(args: OasExitArguments): void {
  for (const [name, argument] of Object.entries(args)) {
    if (isOmitted(argument, name)) continue;
    throw invalid(
      `${name} is given without exitOas; exitOas must be "held" or basis points for a sale at an option-adjusted spread`,
    );
  }
}

/**
 * What a sale at a spread needs beside price, months, spread and reinvestment.
 *
 * @param pool - The pool.
 * @param args - The arguments.
 * @param timing - Payment delay and accrued days: they go before those of the assumptions.
 * @param timing.delayDays - The delay.
 * @param timing.accruedDays - The days.
 * @param speed - Speed until the horizon: "model", or as for a sale at a yield.
 * @returns The model, the curve at the horizon, the half-life and the speed.
 */
export function oasExit(
  pool: Pool,
  { curve, assumptions, exitCurve, oasHalfLife }: OasExitArguments,
  { delayDays, accruedDays }: { readonly delayDays: Argument; readonly accruedDays: Argument },
  speed: Argument,
): Pick<PoolOasHolding, "model" | "exitCurve" | "oasHalfLife" | "speed"> {
  const par = readCurve(curve, "curve");
  const model = poolModel(assumptionsTable(assumptions, "assumptions"), pool, par);
  const delay = optional(delayDays, "delayDays", delayReader, null);
  if (delay?.isTrue === true) {
    throw invalid(
      `delayDays is "${delay.days} true"; it must be a number of days where exitOas is given: the model pays after the delay, on whatever day that is`,
    );
  }
  const accrued = optional(accruedDays, "accruedDays", readAccrued, null);
  return {
    model: {
      ...model,
      timing: {
        delayDays: delay?.days ?? model.timing.delayDays,
        accruedDays: accrued?.days ?? model.timing.accruedDays,
      },
    },
    exitCurve: exitCurveOf(exitCurve, par),
    oasHalfLife: optional(oasHalfLife, "oasHalfLife", zeroIsBlank(positive("months"), null), null),
    speed: isWord(speed, "speed", "model") ? null : readSpeed(speed, "speed"),
  };
}

function exitCurveOf(argument: Argument, today: ParCurve): ParCurve | "forward" {
  if (isOmitted(argument, "exitCurve")) return today;
  if (isWord(argument, "exitCurve", "forward")) return "forward";
  const cells = grid(argument, "exitCurve");
  if (cells?.length === 1 && cells[0]?.length === 1) {
    throw invalid(
      'exitCurve is one cell; it must be two columns, tenor and par yield, or "forward"',
    );
  }
  return readCurve(argument, "exitCurve");
}

/** Whether an argument is one cell with a word. */
function isWord(argument: Argument, name: string, word: string): boolean {
  const cells = grid(argument, name)?.flat() ?? [];
  const [written] = cells;
  return cells.length === 1 && typeof written === "string" && written.trim().toLowerCase() === word;
}
