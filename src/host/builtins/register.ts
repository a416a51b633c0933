import type { IFunctionService } from "@univerjs/engine-formula";
import { ANNUITIES } from "./annuities";
import { BONDS, ODD_BONDS } from "./bonds";
import { type Builtin, EngineBuiltin } from "./builtin";
import { CASH_FLOWS } from "./cashFlows";
import { Comparison } from "./comparison";
import { CONTINUOUS } from "./continuous";
import { COUNTS } from "./counts";
import { COUPONS } from "./coupons";
import { DATES } from "./dates";
import { DELIMITERS } from "./delimiters";
import { LOGICAL } from "./logical";
import { LOOKUP } from "./lookup";
import { NORMALS } from "./normals";
import { PAIRS } from "./pairs";
import { PARITY } from "./parity";
import { ROUNDING } from "./rounding";
import { SHAPES } from "./shapes";
import { SIMPLE_SECURITIES } from "./simpleSecurities";
import { SPREAD } from "./spread";
import { SUMS } from "./sums";
import { TEXTS } from "./texts";

/** Excel's functions that are calculated here and not by the engine. */
export const BUILTINS: readonly Builtin[] = [
  ...BONDS,
  ...ODD_BONDS,
  ...COUPONS,
  ...SIMPLE_SECURITIES,
  ...CASH_FLOWS,
  ...ANNUITIES,
  ...DATES,
  ...LOGICAL,
  ...LOOKUP,
  ...ROUNDING,
  ...PARITY,
  ...SPREAD,
  ...PAIRS,
  ...NORMALS,
  ...CONTINUOUS,
  ...COUNTS,
  ...SUMS,
  ...TEXTS,
  ...DELIMITERS,
  ...SHAPES,
];

/**
 * Puts our functions in the place of the engine's of the same names.
 * @param functionService - The engine's functions.
 */
export function registerBuiltins(functionService: IFunctionService): void {
  functionService.registerExecutors(
    new Comparison(),
    ...BUILTINS.map((builtin) => new EngineBuiltin(builtin)),
  );
}
