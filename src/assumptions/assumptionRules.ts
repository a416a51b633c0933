/* What has to hold between several assumptions. */
import type { AssumptionValue } from "./keys";

const WEIGHTS = ["weightValue", "weightCarry", "weightMomentum"];
const BANDS = ["exit", "lean", "enter"];

/** A rule that the values break. */
interface BrokenRule {
  readonly keys: readonly string[];
  readonly message: string;
}

/**
 * The rules that bind several keys.
 *
 * @param values - What was entered, by key.
 * @param held - The number that holds for a key, entered or not.
 * @returns Each rule that is broken: the keys that it binds, and a sentence.
 *
 * @example
 * const bands = new Map([["exit", 0.6], ["lean", 0.5], ["enter", 0.7]]);
 * brokenRules(bands, (key) => bands.get(key))[0].message; // => "exit, lean and enter are 0.6, 0.5 and 0.7; they must be exit ≤ lean ≤ enter"
 */
export function brokenRules(
  values: ReadonlyMap<string, AssumptionValue>,
  held: (key: string) => number,
): readonly BrokenRule[] {
  const broken: BrokenRule[] = [];
  const entered = (keys: readonly string[]) => keys.some((key) => values.has(key));
  const sum = WEIGHTS.reduce((total, key) => total + held(key), 0);
  if (entered(WEIGHTS) && Math.abs(sum - 1) > 1e-6) {
    broken.push({
      keys: WEIGHTS,
      message: `weightValue, weightCarry and weightMomentum sum to ${Number(sum.toPrecision(6))}; they must sum to 1`,
    });
  }
  const [exit = 0, lean = 0, enter = 0] = BANDS.map(held);
  if (entered(BANDS) && !(exit <= lean && lean <= enter)) {
    broken.push({
      keys: BANDS,
      message: `exit, lean and enter are ${exit}, ${lean} and ${enter}; they must be exit ≤ lean ≤ enter`,
    });
  }
  if (values.has("mortgageRate") && values.has("prepay.rateSpread")) {
    broken.push({
      keys: ["mortgageRate", "prepay.rateSpread"],
      message:
        "mortgageRate and prepay.rateSpread are both entered; one must be blank, each follows from the other",
    });
  }
  const [today, quoted] = ["asOf", "mortgageRateAsOf"].map((key) => values.get(key));
  if (typeof today === "number" && typeof quoted === "number") {
    const age = today - quoted;
    if (age < 0 || age > OLDEST_MORTGAGE_RATE) {
      broken.push({
        keys: ["mortgageRateAsOf"],
        message: `mortgageRateAsOf is ${age < 0 ? `${-age} days after` : `${age} days before`} asOf; it must be a day up to ${OLDEST_MORTGAGE_RATE} days before asOf`,
      });
    }
  }
  return broken;
}

/** Days: surveys come weekly, and one may be missed. */
const OLDEST_MORTGAGE_RATE = 14;
