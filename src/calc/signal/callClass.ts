import type { RotationSignal } from "./rotationSignal";

/**
 * What a signal calls for, without the digits in the words of a hold.
 *
 * @param signal - The signal.
 * @returns The text of a call without what stands in its brackets, or "HOLD: " and the name of the gate: two signals that
 *   differ only in the probability that a hold names are of one class.
 */
export const callClass = ({ text, gate }: RotationSignal): string =>
  gate === null ? text.replace(/ \(.*\)$/, "") : `HOLD: ${gate.name}`;
