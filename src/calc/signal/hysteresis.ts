import { invalid } from "../errors";

/**
 * Positions with two thresholds: a position is entered beyond `enter` and left only within `exit`,
 * so that a score that hovers at one threshold does not trade to and fro.
 *
 * A missing value keeps the position.
 *
 * @param values - Scores or z-scores, oldest first, NaN where missing.
 * @param enter - Enter at this absolute value or beyond.
 * @param exit - Leave within this absolute value; at most `enter`.
 * @returns −1, 0 or 1 a row.
 * @throws CalcError `invalid` when exit is below 0 or above enter.
 *
 * @example
 * [...hysteresis(Float64Array.of(0.2, 1.6, 0.6, 0.4, -1.6), 1.5, 0.5)]; // => [0, 1, 1, 0, -1]
 */
export function hysteresis(values: Float64Array, enter = 0.5, exit = 0.25): Int8Array {
  if (!(exit >= 0 && exit <= enter)) {
    throw invalid(`exit is ${exit} and enter ${enter}; they must be 0 ≤ exit ≤ enter`);
  }
  const positions = new Int8Array(values.length);
  let position = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value >= enter) position = 1;
    else if (value <= -enter) position = -1;
    else if (position * value <= exit) position = 0;
    positions[i] = position;
  }
  return positions;
}
