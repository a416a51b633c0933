/* What an engine holds, read from its own snapshot and not from ours: two workbooks are compared by it. */
import { BooleanNumber, type IStyleData, type IWorksheetData } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { UNIT_ID } from "../../src/host/repairs/unitId";
import type { Spreadsheet } from "../../src/host/spreadsheet";

/**
 * Everything of a workbook that a user can see, one line a fact.
 * @param book - The workbook.
 * @returns The facts, sorted.
 */
export function engineFacts(book: Spreadsheet): string[] {
  const snapshot = book.workbook.save();
  const facts: string[] = [`shown: ${book.workbook.getActiveSheet().getSheetName()}`];
  const names = new Map(Object.values(snapshot.sheets).map((one) => [one.id, one.name]));
  facts.push(`sheets: ${snapshot.sheetOrder.map((id) => names.get(id)).join(", ")}`);
  for (const one of book.workbook.getDefinedNames()) {
    const scope = names.get(one.getLocalSheetId() ?? "") ?? "everywhere";
    facts.push(`name ${one.getName()}: ${one.getFormulaOrRefString()} on ${scope}`);
  }
  for (const sheet of Object.values(snapshot.sheets)) {
    const say = (what: string, fact: unknown) =>
      facts.push(`${sheet.name} ${what}: ${JSON.stringify(fact)}`);
    const look = (style: IWorksheetData["defaultStyle"]) =>
      styleFacts(typeof style === "string" ? snapshot.styles[style] : style);
    say("sheet", [
      sheet.hidden,
      sheet.tabColor,
      sheet.showGridlines,
      sheet.rowCount,
      sheet.columnCount,
    ]);
    const { xSplit, ySplit, startRow, startColumn } = sheet.freeze ?? {};
    say("frozen", xSplit || ySplit ? [xSplit, ySplit, startRow, startColumn] : []);
    for (const { startRow: top, startColumn: left, endRow, endColumn } of sheet.mergeData ?? []) {
      say("merged", [top, left, endRow, endColumn]);
    }
    for (const [row, data] of Object.entries(sheet.rowData ?? {})) {
      const height = data.ia === BooleanNumber.FALSE ? data.h : (data.ah ?? data.h);
      const fact = [height ?? sheet.defaultRowHeight, data.hd ?? 0, look(data.s)];
      if (JSON.stringify(fact) !== JSON.stringify([sheet.defaultRowHeight, 0, {}]))
        say(`row ${row}`, fact);
    }
    for (const [column, data] of Object.entries(sheet.columnData ?? {})) {
      const fact = [data.w ?? sheet.defaultColumnWidth, data.hd ?? 0, look(data.s)];
      if (JSON.stringify(fact) !== JSON.stringify([sheet.defaultColumnWidth, 0, {}]))
        say(`column ${column}`, fact);
    }
    const formulas = book.service(FormulaDataModel);
    const spilled = formulas.getArrayFormulaCellData()[UNIT_ID]?.[sheet.id ?? ""] ?? {};
    const rows = new Set(
      [...Object.keys(sheet.cellData ?? {}), ...Object.keys(spilled)].map(Number),
    );
    for (const row of rows) {
      const columns = new Set(
        [...Object.keys(sheet.cellData?.[row] ?? {}), ...Object.keys(spilled[row] ?? {})].map(
          Number,
        ),
      );
      for (const column of columns) {
        const cell = sheet.cellData?.[row]?.[column];
        const value = cell?.v ?? spilled[row]?.[column]?.v ?? null;
        const runs = (cell?.p?.body?.textRuns ?? []).map(({ st, ed, ts }) => [
          st,
          ed,
          styleFacts(ts),
        ]);
        const fact = {
          formula:
            formulas.getFormulaStringByCell(row, column, sheet.id ?? "", UNIT_ID) ?? undefined,
          value: value === "" ? null : value,
          text: cell?.p?.body?.dataStream,
          runs: runs.length === 0 ? undefined : runs,
          style: look(cell?.s),
        };
        if (JSON.stringify(fact) !== '{"value":null,"style":{}}')
          say(`cell ${row}|${column}`, fact);
      }
    }
  }
  return facts.sort();
}

/** The properties of a look that are not as usual, in one order. */
function styleFacts(style: IStyleData | null | undefined | void): object {
  return JSON.parse(
    JSON.stringify(style ?? {}, (key, value: unknown) => {
      if (value === null || typeof value !== "object" || Array.isArray(value))
        return value ?? undefined;
      const isLine = key === "ul" || key === "st";
      const entries = Object.entries(value).filter(
        ([part, one]) => !isUsual(one) && !(isLine && part === "cl"),
      );
      return entries.length === 0
        ? undefined
        : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? "{}",
  ) as object;
}

/**
 * Zeros and empty parts say what a cell without the property has, too. The line under or through a text
 * has its colour, in Excel as here: the engine's own colour of it is not kept.
 */
const isUsual = (value: unknown): boolean => value === null || value === undefined || value === 0;
