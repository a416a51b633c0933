import { useCallback } from "react";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useLoaded } from "../useLoaded";
import { isProblem, runCall, type ResultCell, type WorksheetCall } from "../worksheetCall";

/** Rows that the preview shows; the cell will hold all. */
const SHOWN = 8;

/**
 * What a call gives now, or the words of its error.
 * @param props - The call.
 * @returns A small table.
 */
export function Preview({ call }: { readonly call: WorksheetCall }) {
  const { workbook, facts } = usePane();
  const run = useCallback(() => runCall(call, workbook, facts.functions), [call, workbook, facts]);
  const rows = useLoaded(run);
  if (rows === null) return null;
  const [[only] = []] = rows;
  if (rows.length === 1 && rows[0]?.length === 1 && isProblem(only)) {
    return (
      <p role="status" className="problem">
        {only.error}: {only.message}
      </p>
    );
  }
  return (
    <>
      <table className="differences" aria-label={texts.functions.preview}>
        <tbody>
          {rows.slice(0, SHOWN).map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cellText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="quiet">{texts.functions.more(rows.length - SHOWN)}</p>}
    </>
  );
}

const cellText = (cell: ResultCell): string =>
  isProblem(cell) ? `${cell.error}: ${cell.message}` : String(cell);
