import { select } from "../../../src/calc/numeric/select";
import { uniformStream } from "../../../src/calc/numeric/random";

/** Orders that have made pivots of quick selections useless, and plain ones. */
const ORDERS: readonly (readonly [string, (t: number, n: number) => number])[] = [
  ["rising", (t) => t],
  ["falling", (t) => -t],
  ["rising and falling", (t, n) => Math.min(t, n - t)],
  ["falling and rising", (t, n) => Math.max(t, n - t)],
  ["all the same", () => 7],
  ["of two values", (t) => t % 2],
  ["with infinities", (t) => [1, Infinity, -Infinity][t % 3] as number],
  ["in a saw", (t) => (t * 7919) % 101],
];

describe("select", () => {
  it.each(ORDERS)("gives each place of a sorted copy: values %s", (_, valueAt) => {
    for (const n of [1, 2, 3, 4, 5, 8, 33, 200]) {
      const values = Float64Array.from({ length: n }, (__, t) => valueAt(t, n));
      const sorted = values.slice().sort();
      for (let k = 0; k < n; k++) expect(select(values.slice(), k)).toBe(sorted[k]);
    }
  });

  it("puts smaller values before the place and larger ones behind it", () => {
    const random = uniformStream(1);
    for (let i = 0; i < 200; i++) {
      const values = Float64Array.from({ length: 50 }, () => Math.round(20 * random()));
      const k = i % 50;
      const found = select(values, k);
      expect(Math.max(-Infinity, ...values.subarray(0, k))).toBeLessThanOrEqual(found);
      expect(Math.min(Infinity, ...values.subarray(k))).toBe(found);
    }
  });

  it("sorts what bad pivots leave", () => {
    const values = worstOf(400);
    for (const k of [0, 199, 200, 399]) {
      expect(select(values.slice(), k)).toBe(k);
    }
  });
});

/**
 * The order of 0 to n − 1 in which every pivot is next to the smallest: values are given only when two
 * that have none are compared.
 *
 * @see M. D. McIlroy, "A Killer Adversary for Quicksort", Software: Practice and Experience 29(4), 1999
 */
function worstOf(n: number): Float64Array {
  const value = new Float64Array(n).fill(Infinity);
  let [given, candidate] = [0, 0];
  const isLess = (a: number, b: number): boolean => {
    if (value[a] === Infinity && value[b] === Infinity) value[a === candidate ? a : b] = given++;
    if (value[a] === Infinity) candidate = a;
    else if (value[b] === Infinity) candidate = b;
    return (value[a] as number) < (value[b] as number);
  };
  const order = Array.from({ length: n }, (_, i) => i);
  for (let low = 0; low < n - 1;) {
    const [a = 0, b = 0, c = 0] = [order[low], order[(low + n - 1) >> 1], order[n - 1]];
    const [less, more] = isLess(a, b) ? [a, b] : [b, a];
    const pivot = isLess(more, c) ? more : isLess(less, c) ? c : less;
    let [i, j] = [low, n - 1];
    while (i <= j) {
      while (order[i] !== pivot && isLess(order[i] as number, pivot)) i++;
      while (order[j] !== pivot && isLess(pivot, order[j] as number)) j--;
      if (i > j) break;
      [order[i], order[j]] = [order[j] as number, order[i] as number];
      [i, j] = [i + 1, j - 1];
    }
    low = i;
  }
  return value.map((it) => (it === Infinity ? given++ : it));
}
