import type { SpreadRow } from "../../calc/series/spreadRow";
import { writeNumber, type NumberStyle } from "../numbers";
import { texts } from "../texts";

/**
 * A spread in basis points as the screen shows it.
 *
 * @param value - Basis points, or null.
 * @param numbers - The language.
 * @returns For example "101.5 bp".
 */
export const spreadText = (value: number | null, numbers: NumberStyle): string =>
  value === null ? texts.data.blank : `${writeNumber(value, 1, numbers)} ${texts.data.bp}`;

/**
 * Both spreads of a row.
 *
 * @param row - The row.
 * @param numbers - The language.
 * @returns For example "MBS 101.5 bp, corporates 62.0 bp".
 */
export const sidesText = ({ mbs, corporate }: SpreadRow, numbers: NumberStyle): string =>
  texts.data.sidesOf(spreadText(mbs, numbers), spreadText(corporate, numbers));
