/* The used cells of a sheet as a real table: the grid is a picture to a screen reader. */
import { isCellError, type CellTable } from "../host/runtime/cellValue";
import { ReadingDialog } from "../taskpane/ReadingDialog";
import { columnLetters } from "../workbook/a1";
import { cellWords } from "./messageLine";
import { words } from "./words";

/** Cells that the table shows at most: more would take the page seconds to build. */
const SHOWN = { rows: 1000, columns: 60 };

/**
 * A sheet as a table in a dialog.
 * @param props - The sheet's name, its used cells from A1 on, and what closes the dialog.
 * @returns The dialog.
 */
export function TableView(props: {
  readonly sheet: string;
  readonly cells: CellTable;
  readonly onClose: () => void;
}) {
  const { sheet, cells, onClose } = props;
  const rows = cells.slice(0, SHOWN.rows);
  const columns = Math.min(SHOWN.columns, rows[0]?.length ?? 0);
  const heading = words.tableOf(sheet);
  const isCut = cells.length > SHOWN.rows || (cells[0]?.length ?? 0) > SHOWN.columns;
  return (
    <ReadingDialog title={heading} closeWord={words.close} className="table-view" onClose={onClose}>
      {isCut && <p>{words.tableCut(SHOWN.rows, SHOWN.columns)}</p>}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {Array.from({ length: columns }, (_, j) => (
                <th scope="col" key={j}>
                  {columnLetters(j + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                {row.slice(0, columns).map((cell, j) => (
                  <td key={j} className={isCellError(cell) ? "problem" : undefined}>
                    {cell === null ? "" : cellWords(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ReadingDialog>
  );
}
