import type { IFunctionService } from "@univerjs/engine-formula";
import { BONDS, ODD_BONDS } from "./bonds";
import { type Builtin, EngineBuiltin } from "./builtin";
import { CASH_FLOWS } from "./cashFlows";
import { Comparison } from "./comparison";
import { COUPONS } from "./coupons";
import { DATES } from "./dates";
import { DELIMITERS } from "./delimiters";
import { LOGICAL } from "./logical";
import { LOOKUP } from "./lookup";
import { PARITY } from "./parity";
import { ROUNDING } from "./rounding";
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
  ...DATES,
  ...LOGICAL,
  ...LOOKUP,
  ...ROUNDING,
  ...PARITY,
  ...SPREAD,
  ...SUMS,
  ...TEXTS,
  ...DELIMITERS,
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
