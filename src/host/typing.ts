/* What a person types into the grid of a page is stored as it was typed. */
import { type LexerTreeBuilder, sequenceNodeType } from "@univerjs/engine-formula";
import { EditingRenderController, IShortcutService, KeyCode } from "@univerjs/preset-sheets-core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { Spreadsheet } from "./spreadsheet";
import { typedCell } from "./typedCell";
import { readTyped, typingLocale } from "./typedText";

type Nodes = ReturnType<LexerTreeBuilder["sequenceNodesBuilder"]>;

/** What the engine's editor asks of its reader of formulas. */
type EditorLexer = Pick<LexerTreeBuilder, "sequenceNodesBuilder" | "checkIfAddBracket">;

/** The members of the engine's editor that are repaired; it keeps them to itself. */
interface CellEditor {
  _lexerTreeBuilder: EditorLexer;
  _submitEdit: (this: CellEditor, ...given: unknown[]) => Promise<boolean>;
}

/**
 * The engine's editor shortens the numbers of a typed formula and then cuts its texts and names at
 * places that have moved: `=IF(A1>0.50,"wide","tight")` loses letters. It may put functions and
 * references into upper case, which moves nothing, and has no other part in a formula.
 */
export function storeFormulasAsTyped(): void {
  const editor = EditingRenderController.prototype as unknown as CellEditor;
  const submit = editor._submitEdit;
  const careful = new WeakSet<EditorLexer>();
  editor._submitEdit = function (...given) {
    const lexer = this._lexerTreeBuilder;
    if (!careful.has(lexer)) {
      this._lexerTreeBuilder = {
        sequenceNodesBuilder: (formula) => upperCaseNodes(lexer.sequenceNodesBuilder(formula)),
        checkIfAddBracket: (formula) => lexer.checkIfAddBracket(formula),
      };
      careful.add(this._lexerTreeBuilder);
    }
    return submit.apply(this, given);
  };
}

/** What the editor calls the keys of its list of function names. */
const SUGGESTIONS = "sheet.formula-embedding-editor.search_function.";

/**
 * Enter stores what was typed, as in Excel; a name of the list is taken by Tab or by a click. The list
 * follows the typing with a delay, and would put its first name in place of the one that was typed.
 *
 * @param spreadsheet - The spreadsheet of the page.
 */
export function storeByEnter(spreadsheet: Spreadsheet): void {
  const shortcuts = spreadsheet.service(IShortcutService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (shortcut) =>
    shortcut.binding === KeyCode.ENTER && shortcut.id.startsWith(SUGGESTIONS)
      ? { dispose: () => undefined }
      : register(shortcut);
}

/** Blanks stand for what is left alone: a function is told by the bracket behind it. */
function upperCaseNodes(nodes: Nodes): Nodes {
  return nodes?.map((node, i) => {
    if (typeof node === "string") return node;
    const isCall = node.nodeType === sequenceNodeType.FUNCTION && nodes[i + 1] === "(";
    const isFlag = /^(true|false)$/i.test(node.token);
    return isCall || isFlag || node.nodeType === sequenceNodeType.REFERENCE ? node : "";
  });
}

/**
 * Reads what is typed into a cell and is no formula.
 *
 * @param spreadsheet - The spreadsheet of the page.
 * @param language - The page's language, such as `de-DE`.
 */
export function readTypedCells(spreadsheet: Spreadsheet, language: string): void {
  const locale = typingLocale(language);
  const { writeCellInterceptor } = spreadsheet.service(SheetInterceptorService);
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    // Before the engine's own, which is left out then.
    priority: 1000,
    handler: (cell, { worksheet, row, col }, next) => {
      if (
        !cell ||
        typeof cell.v !== "string" ||
        cell.v === "" ||
        cell.f ||
        cell.p ||
        cell.t != null
      ) {
        return next(cell);
      }
      const style = worksheet.getComposedCellStyle(row, col);
      return { ...cell, ...typedCell(readTyped(cell.v, locale), cell.s, style.n?.pattern) };
    },
  });
}
