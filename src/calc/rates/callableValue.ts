import type { CallableBond } from "./callableBond";
import { callWhereDearer, putWhereCheaper } from "./exercise";
import { stepBack, type FittedLattice } from "./fittedLattice";
import type { AfterNotice } from "./laidChoices";
import type { MakeWholeChoice } from "./makeWholeChoice";

/**
 * Value of a bond with its calls and puts: going backwards, the issuer calls where going on is worth
 * more, and the holder puts where it is worth less.
 *
 * @param bond - The bond on its lattice.
 * @param spread - Over the curve, continuous, decimal; it weighs on the choices too.
 * @returns Per 100 of face value, interest accrued included.
 */
export function callableValue(bond: CallableBond, spread: number): number {
  const { fitted, paid, costs, puts, notices, makeWhole, resets } = bond;
  const { lowest, highest, deviations, times } = fitted.lattice;
  const last = times.length - 1;
  let after: Float64Array = new Float64Array(deviations.length).fill(paid[last] as number);
  let before: Float64Array = new Float64Array(deviations.length);
  const whole = makeWhole === null ? null : new WholeWalk(fitted, makeWhole, paid);
  let notice = notices.length;
  let reset = resets.length - 1;
  for (let i = last - 1; i >= 0; i--) {
    stepBack(fitted, i, spread, after, before);
    [after, before] = [before, after];
    const [low, high] = [lowest[i] as number, highest[i] as number];
    if (resets[reset]?.at === i) addIndex(bond, reset--, spread, after, low, high);
    const put = puts[i] as number;
    const going = put > 0 ? after.slice() : null;
    const cost = costs[i] as number;
    if (cost < Infinity) callWhereDearer(after, low, high, () => cost);
    const end = notice;
    while (notices[notice - 1]?.at === i) notice--;
    if (notice < end) callWhereDearer(after, low, high, costAfter(bond, spread, notice, end));
    if (whole?.moveTo(i) === true) callWhereDearer(after, low, high, whole.cost);
    if (going !== null) addPut(after, going, low, high, put);
    const coupon = paid[i] as number;
    if (coupon !== 0) for (let j = low; j <= high; j++) after[j] = (after[j] as number) + coupon;
  }
  return after[lowest[0] as number] as number;
}

/** Interest of the index from when it is set, discounted by the spread from when it is paid. */
function addIndex(
  { resets, overReset }: CallableBond,
  reset: number,
  spread: number,
  values: Float64Array,
  low: number,
  high: number,
): void {
  const { length, amount } = resets[reset] as AfterNotice;
  const forward = overReset.forwards[reset] as number;
  const relative = overReset.ahead[reset] as Float64Array;
  const scale = amount * Math.exp(-spread * length);
  for (let j = low; j <= high; j++) {
    values[j] = (values[j] as number) + scale * (1 - forward * (relative[j] as number));
  }
}

/** What a put adds to the value of going on, whether or not the bond is called at another node. */
function addPut(
  values: Float64Array,
  going: Float64Array,
  low: number,
  high: number,
  put: number,
): void {
  const kept = putWhereCheaper(going.slice(), low, high, put);
  for (let j = low; j <= high; j++) {
    values[j] = (values[j] as number) + (kept[j] as number) - (going[j] as number);
  }
}

/** What the payments after a notice are worth when the decision is made, by node. */
function costAfter(
  { notices, ahead, forwards }: Pick<CallableBond, "notices" | "ahead" | "forwards">,
  spread: number,
  from: number,
  end: number,
): (node: number) => number {
  const worth = (k: number) => {
    const { length, amount } = notices[k] as AfterNotice;
    return amount * (forwards[k] as number) * Math.exp(-spread * length);
  };
  const [scale, relative] = [worth(from), ahead[from] as Float64Array];
  const alone = (node: number) => scale * (relative[node] as number);
  if (end - from === 1) return alone;
  const more = costAfter({ notices, ahead, forwards }, spread, from + 1, end);
  return (node) => alone(node) + more(node);
}

/**
 * Value of the same payments without the choices.
 *
 * @param bond - The bond on its lattice.
 * @param spread - Over the curve, continuous, decimal.
 * @returns Per 100 of face value, interest accrued included.
 */
export function straightValue(
  { paid, fitted, resets, overReset }: CallableBond,
  spread: number,
): number {
  const { discounts, lattice: it } = fitted;
  let value = 0;
  for (let i = 0; i < paid.length; i++) {
    if (paid[i] === 0) continue;
    value +=
      (paid[i] as number) * (discounts[i] as number) * Math.exp(-spread * (it.times[i] as number));
  }
  resets.forEach(({ at, length, amount }, k) => {
    const index = amount * (1 - (overReset.forwards[k] as number));
    const paidAt = (it.times[at] as number) + length;
    value += index * (discounts[at] as number) * Math.exp(-spread * paidAt);
  });
  return value;
}

/** What a make-whole call costs, going backwards beside the bond. */
class WholeWalk {
  private worth: Float64Array;
  private other: Float64Array;
  private par = Infinity;

  constructor(
    private readonly fitted: FittedLattice,
    private readonly choice: MakeWholeChoice,
    private readonly paid: Float64Array,
  ) {
    const nodes = fitted.lattice.deviations.length;
    this.worth = new Float64Array(nodes).fill(choice.repaid + (paid[choice.end] as number));
    this.other = new Float64Array(nodes);
  }

  /** Moves to a time, the one before that of the last call; whether there is a choice. */
  moveTo(time: number): boolean {
    const { end, spread, par } = this.choice;
    if (time >= end) return false;
    // The payment of the time after it belongs to what is due; that of the end does already.
    const due = time + 1 < end ? (this.paid[time + 1] as number) : 0;
    if (due !== 0) this.worth.forEach((value, j) => (this.worth[j] = value + due));
    stepBack(this.fitted, time, spread, this.worth, this.other);
    [this.worth, this.other] = [this.other, this.worth];
    this.par = par[time] as number;
    return this.par < Infinity;
  }

  readonly cost = (node: number): number => Math.max(this.par, this.worth[node] as number);
}
