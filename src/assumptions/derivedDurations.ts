/* Durations that follow from the pool and the corporate bond of the assumptions, in place of examples. */
import { parDuration } from "../calc/bond/parDuration";
import { parYield } from "../calc/curve/parYield";
import { PoolMeasures } from "../calc/oas/poolOas";
import { rate, years } from "../calc/units";
import { KeysRead } from "./keysRead";
import type { Assumptions } from "./marketLevels";
import { numberOf, numberOrNull, type Entered } from "./numbers";
import { pricedPool, treasuryCurve } from "./poolAssumptions";
import type { ProvenanceOf } from "./provenance";

/** The keys that give way. */
const OF_POOL = ["mbsDuration", "mbsConvexity"] as const;
const OF_BOND = "corpDuration";
/** Whether a key gives way to what is derived where it is an example. */
export const mayBeDerived = (key: string): boolean => [...OF_POOL, OF_BOND].includes(key);

/**
 * The assumptions with durations that are derived where nobody entered them: the pool's effective
 * duration and convexity at its price, and the duration of a par bond at the corporates' maturity.
 *
 * @param assumptions - Values by key, and whose they are.
 * @returns The same; an example gives way to what follows from `pool.price` or `corpMaturity`.
 * @throws CalcError `invalid` when the pool's terms do not fit together or its price has no spread.
 *
 * @example
 * const table = readAssumptions([{ row: 1, key: "corpMaturity", value: 8 }]);
 * Number(withDerivedDurations(table).values.get("corpDuration")).toFixed(2); // => "6.60"
 */
export function withDerivedDurations(assumptions: Assumptions): Assumptions {
  const { values, provenance } = assumptions;
  const derived = new Map<string, number>();
  const isExample = (key: string) => provenance(key) === "example";
  const priced = OF_POOL.some(isExample) ? pricedPool(values) : null;
  if (priced !== null) {
    const { duration, convexity } = new PoolMeasures(priced.model, priced.clean).effective;
    if (isExample("mbsDuration")) derived.set("mbsDuration", duration);
    if (isExample("mbsConvexity")) derived.set("mbsConvexity", convexity);
  }
  const duration = isExample(OF_BOND) ? corporateDuration(values, provenance) : null;
  if (duration !== null) derived.set(OF_BOND, duration);
  if (derived.size === 0) return assumptions;
  return {
    ...assumptions,
    values: new Map([...values, ...derived]),
    provenance: (key) => (derived.has(key) ? "derived" : provenance(key)),
  };
}

/** At the corporates' own yield, else at the curve's plus their spread. */
function corporateDuration(values: Entered, provenance: ProvenanceOf): number | null {
  const maturity = numberOrNull(values, "corpMaturity");
  if (maturity === null) return null;
  const yld =
    provenance("corpYield") === "example"
      ? parYield(treasuryCurve(values), years(maturity)) + numberOf(values, "corpOas") / 10_000
      : numberOf(values, "corpYield");
  return parDuration(rate(yld), years(maturity));
}

/**
 * The examples that derived inputs rest on.
 *
 * @param assumptions - Values by key, and whose they are.
 * @param derived - Keys of derived inputs.
 * @returns Keys of examples, each once.
 *
 * @example
 * examplesBehind(readAssumptions([{ row: 1, key: "corpMaturity", value: 10 }]), ["corpDuration"]).at(-1); // => "corpOas"
 */
export function examplesBehind(
  { values, provenance }: Assumptions,
  derived: readonly string[],
): string[] {
  const entered = new KeysRead(values);
  if (["mbsOas", ...OF_POOL].some((key) => derived.includes(key))) pricedPool(entered);
  if (derived.includes(OF_BOND)) corporateDuration(entered, provenance);
  return [...entered.read].filter((key) => provenance(key) === "example");
}
