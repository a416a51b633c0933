/**
 * A natural cubic spline through points: twice differentiable, straight at both ends.
 *
 * @param x - Abscissae, rising, two or more.
 * @param y - Ordinates, one for each.
 * @returns The spline, for abscissae between the first and the last.
 *
 * @example
 * naturalSpline([0, 1, 2], [0, 1, 0])(0.5); // => 0.6875
 */
export function naturalSpline(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): (valueAt: number) => number {
  const n = x.length;
  const at = (values: ArrayLike<number>, i: number) => values[i] as number;
  const second = new Float64Array(n);
  // The tridiagonal system of the second derivatives, solved by elimination and substitution.
  const above = new Float64Array(n);
  const right = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const before = at(x, i) - at(x, i - 1);
    const after = at(x, i + 1) - at(x, i);
    const slopes = (at(y, i + 1) - at(y, i)) / after - (at(y, i) - at(y, i - 1)) / before;
    const pivot = 2 * (before + after) - before * at(above, i - 1);
    above[i] = after / pivot;
    right[i] = (6 * slopes - before * at(right, i - 1)) / pivot;
  }
  for (let i = n - 2; i > 0; i--) second[i] = at(right, i) - at(above, i) * at(second, i + 1);
  return (where) => {
    let i = 0;
    while (i < n - 2 && where > at(x, i + 1)) i++;
    const width = at(x, i + 1) - at(x, i);
    const b = (where - at(x, i)) / width;
    const a = 1 - b;
    return (
      a * at(y, i) +
      b * at(y, i + 1) +
      (((a ** 3 - a) * at(second, i) + (b ** 3 - b) * at(second, i + 1)) * width * width) / 6
    );
  };
}
