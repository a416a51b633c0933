/* What the engine's own functions are for, word by word: half a megabyte that the grid can be used without. */
import { LocaleService, LocaleType } from "@univerjs/core";
import { ALL_IMPLEMENTED_FUNCTIONS_SET } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { FUNCTION_LIST } from "@univerjs/sheets-formula/lib/es/index.js?words";
import words from "@univerjs/sheets-formula/lib/es/locale/en-US.js?words";
import type { Spreadsheet } from "./spreadsheet";

/**
 * Gives the wizard and the signature help of a grid the words of the engine's functions; until then it
 * knows their names alone.
 *
 * @param spreadsheet - The spreadsheet of the page.
 */
export function describeBuiltins(spreadsheet: Spreadsheet): void {
  spreadsheet.service(LocaleService).load({ [LocaleType.EN_US]: words });
  spreadsheet
    .service(IDescriptionService)
    .registerDescriptions(
      FUNCTION_LIST.filter(({ functionName }) => ALL_IMPLEMENTED_FUNCTIONS_SET.has(functionName)),
    );
}
