import type { IFunctionService } from "@univerjs/engine-formula";
import { BONDS, ODD_BONDS } from "./bonds";
import { type Builtin, EngineBuiltin } from "./builtin";
import { CASH_FLOWS } from "./cashFlows";
import { COUPONS } from "./coupons";
import { DATES } from "./dates";
import { SIMPLE_SECURITIES } from "./simpleSecurities";

/** Excel's functions that are calculated here and not by the engine. */
export const BUILTINS: readonly Builtin[] = [
  ...BONDS,
  ...ODD_BONDS,
  ...COUPONS,
  ...SIMPLE_SECURITIES,
  ...CASH_FLOWS,
  ...DATES,
];

/**
 * Puts our functions in the place of the engine's of the same names.
 * @param functionService - The engine's functions.
 */
export function registerBuiltins(functionService: IFunctionService): void {
  functionService.registerExecutors(...BUILTINS.map((builtin) => new EngineBuiltin(builtin)));
}
