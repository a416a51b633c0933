// What a pool's payments are worth on tables of shares: due and left are the two lanes of a vector.

/** Bytes of a month: two numbers. */
const MONTH: usize = 16;

/** As discount of plainKernel.ts. */
export function discount(flows: usize, months: i32, factor: f64, monthly: f64): void {
  const end = flows + ((<usize>months) << 4);
  for (let at = flows; at < end; at += MONTH) {
    v128.store(at, f64x2.mul(f64x2.splat(factor), v128.load(at)));
    factor *= monthly;
  }
}

/** As worth of plainKernel.ts. */
export function worth(
  flows: usize,
  months: i32,
  parts: usize,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  e: usize,
  f: usize,
  into: usize,
): void {
  const ofA = v128.load_splat<f64>(parts, 0);
  const ofB = v128.load_splat<f64>(parts, 8);
  const ofC = v128.load_splat<f64>(parts, 16);
  const ofD = v128.load_splat<f64>(parts, 24);
  const ofE = v128.load_splat<f64>(parts, 32);
  const ofF = v128.load_splat<f64>(parts, 40);
  const end = (<usize>months) << 4;
  for (let at: usize = 0; at < end; at += MONTH) {
    let shares = f64x2.mul(ofA, v128.load(a + at));
    shares = f64x2.add(shares, f64x2.mul(ofB, v128.load(b + at)));
    shares = f64x2.add(shares, f64x2.mul(ofC, v128.load(c + at)));
    shares = f64x2.add(shares, f64x2.mul(ofD, v128.load(d + at)));
    shares = f64x2.add(shares, f64x2.mul(ofE, v128.load(e + at)));
    shares = f64x2.add(shares, f64x2.mul(ofF, v128.load(f + at)));
    const paid = f64x2.mul(v128.load(flows + at), shares);
    store<f64>(into + (at >> 1), f64x2.extract_lane(paid, 0) + f64x2.extract_lane(paid, 1));
  }
}

/** As value of plainKernel.ts. */
export function value(
  flows: usize,
  months: i32,
  parts: usize,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  e: usize,
  f: usize,
): f64 {
  let onA = f64x2.splat(0);
  let onB = f64x2.splat(0);
  let onC = f64x2.splat(0);
  let onD = f64x2.splat(0);
  let onE = f64x2.splat(0);
  let onF = f64x2.splat(0);
  const end = (<usize>months) << 4;
  for (let at: usize = 0; at < end; at += MONTH) {
    const paid = v128.load(flows + at);
    onA = f64x2.add(onA, f64x2.mul(paid, v128.load(a + at)));
    onB = f64x2.add(onB, f64x2.mul(paid, v128.load(b + at)));
    onC = f64x2.add(onC, f64x2.mul(paid, v128.load(c + at)));
    onD = f64x2.add(onD, f64x2.mul(paid, v128.load(d + at)));
    onE = f64x2.add(onE, f64x2.mul(paid, v128.load(e + at)));
    onF = f64x2.add(onF, f64x2.mul(paid, v128.load(f + at)));
  }
  let sum = f64x2.mul(v128.load_splat<f64>(parts), onA);
  sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(parts, 8), onB));
  sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(parts, 16), onC));
  sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(parts, 24), onD));
  sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(parts, 32), onE));
  sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(parts, 40), onF));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** As addPart of plainKernel.ts. */
export function addPart(into: usize, from: usize, part: f64, months: i32): void {
  const much = f64x2.splat(part);
  const end = (<usize>months) << 4;
  for (let at: usize = 0; at < end; at += MONTH) {
    v128.store(into + at, f64x2.add(v128.load(into + at), f64x2.mul(much, v128.load(from + at))));
  }
}
