import { inverseNormal } from "../../src/calc/numeric/normal";

/*
 * Random numbers for simulations of many millions of draws: the generator of calc/numeric has a
 * period of 2³² and is there for series that documents fix by it.
 */

/** Uniform numbers on (0, 1): xoshiro128** of Blackman and Vigna, seeded through splitmix32. */
function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result + 0.5) / 2 ** 32;
  };
}

/** Standard normal shocks that depend on nothing but their seed. */
export function normalShocks(seed: number): () => number {
  const uniform = uniforms(seed);
  return () => inverseNormal(uniform());
}

/** Shocks with the fat tails of Student's t with 4 degrees of freedom, of variance 1. */
export function fatShocks(seed: number): () => number {
  const normal = normalShocks(seed);
  return () => {
    let squares = 0;
    for (let i = 0; i < 4; i++) squares += normal() ** 2;
    return normal() / Math.sqrt(squares / 2);
  };
}

/**
 * A path x_t = phi·x_(t−1) + shock, from its long-run law (from 0 for a random walk), with the
 * mean shifted from row `from` on by so many long-run standard deviations.
 */
export function autoregressivePath(
  phi: number,
  rows: number,
  shock: () => number,
  shift = 0,
  from = rows >> 1,
): Float64Array {
  const path = new Float64Array(rows);
  const deviation = phi < 1 ? 1 / Math.sqrt(1 - phi * phi) : 0;
  let level = deviation * shock();
  for (let t = 0; t < rows; t++) {
    if (t > 0) level = phi * level + shock();
    path[t] = level + (t >= from ? shift * deviation : 0);
  }
  return path;
}
