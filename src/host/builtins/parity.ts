import type { EngineValue } from "../runtime/cellValue";
import { numberOf } from "./arguments";
import { type Builtin, ofValues } from "./builtin";

const isOdd = ([value = null]: readonly EngineValue[]): boolean =>
  Math.abs(Math.trunc(numberOf("number", value))) % 2 === 1;

/** ISODD and ISEVEN. */
export const PARITY: readonly Builtin[] = [
  ofValues("ISODD", "number", isOdd),
  ofValues("ISEVEN", "number", (values) => !isOdd(values)),
];
