import type {
  BaseValueObject,
  FunctionVariantType,
  IFormulaRuntimeService,
} from "@univerjs/engine-formula";
import { cellKey } from "./repairs/cellKey";
import type { CellError } from "./runtime/cellValue";
import { isArrayObject, toCellValue } from "./repairs/engineValues";
import { knownReason } from "./errorReasons";

/**
 * The words of the errors in cells.
 *
 * Words travel inside the engine's errors, but a sheet stores the code alone: they are caught
 * where a result is put into its cell. A formula may also lose them on the way (`1+RV.X()`), so
 * the last words said for the same code during its calculation stand in.
 */
export class ErrorMessages {
  private readonly byCell = new Map<string, CellError>();
  private noted: CellError[] = [];

  /**
   * Says why the formula that is being calculated comes to an error.
   * @param code - The error's code.
   * @param message - The words.
   */
  readonly note = (code: string, message: string): void => {
    this.noted.push({ error: code, message });
  };

  /**
   * Listens where the engine puts results into cells.
   * @param runtime - The engine's calculation.
   */
  watch(runtime: IFormulaRuntimeService): void {
    const original = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (variant) => {
      this.record(runtime, variant);
      original(variant);
    };
  }

  /**
   * The error of a cell with its words.
   * @param cell - The cell's key.
   * @param code - The code that the cell shows.
   * @returns The words, Excel's meaning of the code when none was given.
   */
  errorAt(cell: string, code: string): CellError {
    const known = this.byCell.get(cell);
    return known?.error === code ? known : { error: code, message: knownReason(code) };
  }

  /**
   * Adds words that were lost on the way.
   * @param error - An error at the end of a calculation.
   * @returns The same code, with the words that were said or what Excel means by it.
   */
  complete(error: CellError): CellError {
    if (error.message !== "") return error;
    let message = "";
    for (const noted of this.noted) if (noted.error === error.error) message = noted.message;
    return { error: error.error, message: message === "" ? knownReason(error.error) : message };
  }

  /** Forgets what was said; before every formula. */
  startFormula(): void {
    this.noted = [];
  }

  private record(runtime: IFormulaRuntimeService, variant: FunctionVariantType): void {
    const { currentUnitId: unitId, currentSubUnitId: sheetId, currentRow, currentColumn } = runtime;
    const remember = (object: BaseValueObject, i: number, j: number): void => {
      if (!object.isError()) return;
      const place = { unitId, sheetId, row: currentRow + i, column: currentColumn + j };
      this.byCell.set(cellKey(place), this.complete(toCellValue(object) as CellError));
    };
    if (!variant.isReferenceObject()) {
      const value = variant as BaseValueObject;
      if (isArrayObject(value)) {
        for (const [i, row] of value.getArrayValue().entries()) {
          for (const [j, object] of row.entries()) if (object) remember(object, i, j);
        }
      } else remember(value, 0, 0);
    }
    this.startFormula();
  }
}
