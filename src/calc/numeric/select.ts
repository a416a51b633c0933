const { log2, max } = Math;

/**
 * Moves the k-th smallest value to place k, smaller ones before it and larger ones behind it.
 *
 * @param values - Numbers without NaN; put in another order.
 * @param k - From 0.
 * @returns The k-th smallest.
 * @see C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4(7), 1961; what it cannot narrow down in
 *   time is sorted
 *
 * @example
 * select(Float64Array.of(5, 1, 4, 2), 1); // => 2
 */
export function select(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  for (let left = 2 * log2(max(2, values.length)); low < high; left--) {
    if (left < 0) {
      values.subarray(low, high + 1).sort();
      break;
    }
    const pivot = middleOf(
      values[low] as number,
      values[(low + high) >> 1] as number,
      values[high] as number,
    );
    let [i, j] = [low, high];
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const other = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = other;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k] as number;
}

const middleOf = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : max(a, c)) : a < c ? a : max(b, c);
