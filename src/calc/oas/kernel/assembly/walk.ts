// Walks over the lattice: both populations are the two lanes of a vector, the fast one first.

/** Bytes of a number, and of a node: two numbers. */
const NUMBER: usize = 8;
const NODE: usize = 16;
/** As that of the prepayment model. */
const SMM_PLACES: f64 = 1024;

/** As walk of plainKernel.ts, with the same operations in the same order; addresses are bytes. */
export function walk(
  nodes: i32,
  from: i32,
  to: i32,
  seasonedFrom: i32,
  dials: usize,
  pulls: usize,
  answers: usize,
  smm: usize,
  speeds: usize,
  width: i32,
  ownSpeeds: usize,
  places: usize,
  powers: usize,
  pace: usize,
  scale: usize,
  state: usize,
  shares: usize,
): void {
  const half = (nodes - 1) >> 1;
  const firstToThird = v128.load_splat<f64>(dials, 3 * NUMBER);
  const lastToThird = v128.load_splat<f64>(dials, 4 * NUMBER);
  // Both begin a node before the first.
  pulls += 3 * NUMBER;
  state += NODE;
  for (let k = from; k < to; k++) {
    const first = max(0, half - k);
    const last = min(nodes - 1, half + k);
    const month = (<usize>k) << 4;
    const row = <i32>load<f64>(places + month);
    let lower = ownSpeeds + ((<usize>first) << 4);
    let upper = lower;
    let part = f64x2.splat(0);
    if (k >= seasonedFrom && row >= 0) {
      lower = speeds + ((<usize>(row + first)) << 4);
      upper = lower + ((<usize>width) << 4);
      part = v128.load_splat<f64>(places + month, NUMBER);
    } else {
      fillSpeeds(first, last, dials, answers, smm, powers + month, pace + month, ownSpeeds);
    }
    const low = v128.load(lower);
    let here = v128.load(state + ((<usize>first) << 4));
    let gone = f64x2.mul(here, f64x2.add(low, f64x2.mul(part, f64x2.sub(v128.load(upper), low))));
    let all = here;
    let prepaid = gone;
    const firstLeft = f64x2.sub(here, gone);
    let before = f64x2.splat(0);
    let left = firstLeft;
    let into = state + ((<usize>first) << 4) - NODE;
    let pull = pulls + <usize>(24 * first) - 3 * NUMBER;
    v128.store(into, f64x2.mul(v128.load_splat<f64>(pull, 2 * NUMBER), left));
    for (let j = first + 1; j <= last; j++) {
      lower += NODE;
      upper += NODE;
      into += NODE;
      pull += 3 * NUMBER;
      const low = v128.load(lower);
      here = v128.load(into, NODE);
      gone = f64x2.mul(here, f64x2.add(low, f64x2.mul(part, f64x2.sub(v128.load(upper), low))));
      all = f64x2.add(all, here);
      prepaid = f64x2.add(prepaid, gone);
      const next = f64x2.sub(here, gone);
      v128.store(
        into,
        f64x2.add(
          f64x2.add(
            f64x2.mul(v128.load_splat<f64>(pull), before),
            f64x2.mul(v128.load_splat<f64>(pull, NUMBER), left),
          ),
          f64x2.mul(v128.load_splat<f64>(pull, 2 * NUMBER), next),
        ),
      );
      before = left;
      left = next;
    }
    into += NODE;
    pull += 3 * NUMBER;
    v128.store(
      into,
      f64x2.add(
        f64x2.mul(v128.load_splat<f64>(pull), before),
        f64x2.mul(v128.load_splat<f64>(pull, NUMBER), left),
      ),
    );
    v128.store(into, f64x2.mul(v128.load_splat<f64>(pull, 3 * NUMBER), left), NODE);
    if (first === 0) {
      addTo(state + 2 * NODE, f64x2.mul(firstToThird, firstLeft));
      addTo(state + ((<usize>(nodes - 3)) << 4), f64x2.mul(lastToThird, left));
    }
    const priced = load<f64>(scale + ((<usize>k) << 3));
    const share = shares + month;
    store<f64>(share, (f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1)) * priced);
    store<f64>(
      share,
      (f64x2.extract_lane(prepaid, 0) + f64x2.extract_lane(prepaid, 1)) * priced,
      NUMBER,
    );
  }
}

function addTo(place: usize, value: v128): void {
  v128.store(place, f64x2.add(v128.load(place), value));
}

/** The model's speeds at the nodes of a month. */
function fillSpeeds(
  first: i32,
  last: i32,
  dials: usize,
  answers: usize,
  smm: usize,
  powers: usize,
  pace: usize,
  into: usize,
): void {
  const maxCpr = v128.load_splat<f64>(dials);
  const readiness = f64x2.replace_lane(f64x2.splat(1), 1, load<f64>(dials, NUMBER));
  const greatest = f64x2.replace_lane(v128.load_splat<f64>(pace), 1, load<f64>(dials, 2 * NUMBER));
  const moving = load<f64>(pace, NUMBER);
  const power = v128.load(powers);
  const one = f64x2.splat(1);
  const places = f64x2.splat(SMM_PLACES);
  const nearest = f64x2.splat(0.5);
  for (let j = first; j <= last; j++) {
    const node = (<usize>j) << 4;
    const curves = f64x2.div(greatest, f64x2.add(one, f64x2.mul(power, v128.load(answers + node))));
    const ready = f64x2.splat(f64x2.extract_lane(curves, 0));
    const base = f64x2.splat(moving * (1 - f64x2.extract_lane(curves, 1)));
    const cpr = f64x2.min(maxCpr, f64x2.add(f64x2.mul(readiness, ready), base));
    const place = f64x2.mul(cpr, places);
    const whole = i32x4.trunc_sat_f64x2_s_zero(f64x2.add(place, nearest));
    const beside = f64x2.sub(place, f64x2.convert_low_i32x4_s(whole));
    const fast = smm + <usize>(24 * i32x4.extract_lane(whole, 0));
    const slow = smm + <usize>(24 * i32x4.extract_lane(whole, 1));
    const bend = f64x2.mul(beside, both(fast + 2 * NUMBER, slow + 2 * NUMBER));
    const slope = f64x2.mul(beside, f64x2.add(both(fast + NUMBER, slow + NUMBER), bend));
    v128.store(into + node, f64x2.add(both(fast, slow), slope));
  }
}

function both(fast: usize, slow: usize): v128 {
  return f64x2.replace_lane(v128.load_splat<f64>(fast), 1, load<f64>(slow));
}
