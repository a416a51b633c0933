const { sqrt } = Math;

/** One step of a damped least-squares problem. */
export interface DampedStep {
  /** How many residuals there are. */
  readonly m: number;
  /** Derivatives of the residuals, a parameter after the other. */
  readonly jacobian: Float64Array;
  readonly residuals: Float64Array;
  /** What a parameter's move is measured in. */
  readonly scale: Float64Array;
  /** 1 for a parameter that may move. */
  readonly isFree: Uint8Array;
  readonly damping: number;
}

/**
 * The move p that makes |J p + r|² + damping · |scale p|² least, by Householder reflections of the
 * two stacked: JᵀJ, which would square the condition number, is never formed.
 *
 * @param step - The problem; n parameters.
 * @param move - Gets the move, 0 for a parameter that may not.
 * @param room - Room for (m + n)(n + 1) numbers.
 *
 * @example
 * // With one parameter and no damping: r = (2, 4) falls least at p = −2 when J = (1, 2).
 * const move = new Float64Array(1);
 * dampedStep({ m: 2, jacobian: Float64Array.of(1, 2), residuals: Float64Array.of(2, 4), scale: Float64Array.of(1), isFree: Uint8Array.of(1), damping: 0 }, move, new Float64Array(6));
 * [dampedStep, move[0].toFixed(12)][1]; // => "-2.000000000000"
 */
export function dampedStep(step: DampedStep, move: Float64Array, room: Float64Array): void {
  const { m, jacobian, residuals, scale, isFree, damping } = step;
  const n = move.length;
  const rows = m + n;
  const right = n * rows;
  room.fill(0);
  for (let i = 0; i < m; i++) room[right + i] = -(residuals[i] as number);
  for (let j = 0; j < n; j++) {
    // A parameter that stays keeps a row of its own: its move is 0.
    room[j * rows + m + j] = isFree[j] === 1 ? sqrt(damping) * (scale[j] as number) || 0 : 1;
    if (isFree[j] !== 1) continue;
    for (let i = 0; i < m; i++) room[j * rows + i] = jacobian[j * m + i] as number;
  }
  for (let j = 0; j < n; j++) reflect(room, rows, n, j);
  for (let j = n - 1; j >= 0; j--) {
    const pivot = room[j * rows + j] as number;
    // A parameter that changes nothing does not move.
    const value = pivot === 0 ? 0 : (room[right + j] as number) / pivot;
    move[j] = value;
    for (let i = 0; i < j; i++) {
      room[right + i] = (room[right + i] as number) - (room[j * rows + i] as number) * value;
    }
  }
}

/** Reflects columns j to n so that column j ends at its diagonal. */
function reflect(room: Float64Array, rows: number, n: number, j: number): void {
  const column = j * rows;
  let squares = 0;
  for (let i = j; i < rows; i++) squares += (room[column + i] as number) ** 2;
  if (squares === 0) return;
  const top = room[column + j] as number;
  const diagonal = top > 0 ? -sqrt(squares) : sqrt(squares);
  // The mirror's normal stands in the column itself; 2/|normal|² in closed form.
  room[column + j] = top - diagonal;
  const weight = 1 / (squares - top * diagonal);
  for (let k = j + 1; k <= n; k++) {
    const other = k * rows;
    let share = 0;
    for (let i = j; i < rows; i++) {
      share += (room[column + i] as number) * (room[other + i] as number);
    }
    share *= weight;
    for (let i = j; i < rows; i++) {
      room[other + i] = (room[other + i] as number) - share * (room[column + i] as number);
    }
  }
  room[column + j] = diagonal;
}
