/* What conditional formats make of the cells that are shown, and when it is worked out again. */
import type { Spreadsheet } from "../spreadsheet";
import { usedSize } from "../usedSize";
import { FormulaValues } from "./formulaValues";
import { formatsOf } from "./keptFormats";
import type { Effect } from "./ruleEffect";
import { SheetEffects } from "./sheetEffects";
import { onFormats } from "./sheetFormats";

/**
 * The effects of a spreadsheet's formats. They share the engine's interpreter, its configuration and what it keeps
 * of ranges with the cells: while these are calculated, also in a pause, nothing is worked out here. What was
 * found last is shown until then; at the end all of it is worked out again.
 */
export class ShownEffects {
  private readonly formulas: FormulaValues;
  private readonly sheets = new Map<string, SheetEffects | null>();

  /**
   * @param spreadsheet - The spreadsheet.
   * @param redraw - Draws the shown sheet again.
   */
  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly redraw: () => void,
  ) {
    this.formulas = new FormulaValues(spreadsheet);
    const refresh = () => {
      this.refresh();
    };
    spreadsheet.onIdle(refresh);
    onFormats(spreadsheet, refresh);
  }

  /** Forgets what was found; during a calculation it waits for the end, which does the same. */
  refresh(): void {
    if (this.spreadsheet.isCalculating()) return;
    const shown = this.spreadsheet.workbook.getActiveSheet();
    const hadFormats = this.sheets.get(shown.getSheetId()) != null;
    this.sheets.clear();
    this.formulas.refresh();
    const { formats } = formatsOf(shown.getSheet().getConfig());
    // A sheet without any is not drawn again at each calculation.
    if (hadFormats || formats !== undefined) this.redraw();
  }

  /**
   * What the formats make of a cell.
   * @param sheetId - The engine's name of its sheet.
   * @param row - From 0.
   * @param column - From 0.
   * @returns The effect, during a calculation the last one that is known; null for a cell that looks as it does.
   */
  at(sheetId: string, row: number, column: number): Effect | null {
    return this.spreadsheet.isCalculating()
      ? (this.sheets.get(sheetId)?.lastAt(row, column) ?? null)
      : (this.effectsOf(sheetId)?.at(row, column) ?? null);
  }

  private effectsOf(sheetId: string): SheetEffects | null {
    const known = this.sheets.get(sheetId);
    if (known !== undefined) return known;
    const effects = this.effectsIn(sheetId);
    this.sheets.set(sheetId, effects);
    return effects;
  }

  private effectsIn(sheetId: string): SheetEffects | null {
    const { spreadsheet, formulas } = this;
    const worksheet = spreadsheet.workbook.getSheetBySheetId(sheetId);
    const { formats } = worksheet ? formatsOf(worksheet.getSheet().getConfig()) : {};
    if (!worksheet || formats === undefined) return null;
    return new SheetEffects({
      formats,
      used: usedSize(spreadsheet, worksheet),
      valueAt: spreadsheet.reader(worksheet.getSheetName()),
      evaluate: (formula, from, place) =>
        formulas.valueAt(formula, { sheetId, ...from }, { sheetId, ...place }),
    });
  }
}
