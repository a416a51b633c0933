import { usePane } from "../paneContext";
import { ReadingDialog } from "../ReadingDialog";
import { texts } from "../texts";
import { isProblem, type ResultCell } from "../worksheetCall";
import { figureFormula, type LoadedVerdict } from "./loadVerdict";
import { figureName, figureText } from "./figureText";
import type { Figure } from "./verdict";

/**
 * Where a figure comes from: its formula, its source, and the rows of the function that gives it.
 * @param props - The figure, the verdict that it belongs to, and what closes the dialog.
 * @returns A dialog.
 */
export function Explanation(props: {
  readonly figure: Figure;
  readonly loaded: LoadedVerdict;
  readonly onClose: () => void;
}) {
  const { figure, loaded, onClose } = props;
  const { numbers } = usePane();
  const { verdict } = texts;
  const rows = figure.from.source === "receipt" ? loaded.receipt : loaded.detail;
  return (
    <ReadingDialog
      title={`${figureName(figure)}: ${figureText(figure, numbers)}`}
      closeWord={verdict.close}
      onClose={onClose}
    >
      <h3>{verdict.formula}</h3>
      <code className="formula">{figureFormula(figure, loaded)}</code>
      <h3>{verdict.source}</h3>
      <p>{figure.reason}</p>
      <h3>{verdict.steps}</h3>
      <div className="steps" tabIndex={0} role="region" aria-label={verdict.steps}>
        <table>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i} aria-current={row[0] === figure.from.row ? "true" : undefined}>
                {row.map((cell, j) => (
                  <td key={j}>{cellText(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ReadingDialog>
  );
}

/** As the cell would hold it, at six digits: the steps are for checking. */
const cellText = (cell: ResultCell): string => {
  if (isProblem(cell)) return cell.error;
  return typeof cell === "number" ? String(Number(cell.toPrecision(6))) : String(cell);
};
