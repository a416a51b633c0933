import { usePane } from "../paneContext";
import { ReadingDialog } from "../ReadingDialog";
import { texts } from "../texts";
import { isProblem, type ResultCell } from "../worksheetCall";
import { figureFormula, type LoadedVerdict } from "./loadVerdict";
import { figureName, figureText } from "./figureText";
import { stepsOf } from "./steps";
import type { Figure } from "./verdict";

/**
 * Where a figure comes from: its formula, its source, and folded the steps that it is made of, and all rows
 * of the function that gives it.
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
  const steps = stepsOf(figure.from, rows);
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
      <Steps summary={verdict.steps(steps.length)} rows={steps} own={figure.from.row} />
      <Steps summary={verdict.allSteps(rows.length)} rows={rows} own={figure.from.row} />
    </ReadingDialog>
  );
}

function Steps(props: {
  readonly summary: string;
  readonly rows: readonly (readonly ResultCell[])[];
  readonly own: string;
}) {
  const { summary, rows, own } = props;
  return (
    <details className="steps">
      <summary>{summary}</summary>
      <div className="steps-rows" tabIndex={0} role="region" aria-label={summary}>
        <table>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i} aria-current={row[0] === own ? "true" : undefined}>
                {row.map((cell, j) => (
                  <td key={j}>{cellText(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** As the cell would hold it, at six digits: the steps are for checking. */
const cellText = (cell: ResultCell): string => {
  if (isProblem(cell)) return cell.error;
  return typeof cell === "number" ? String(Number(cell.toPrecision(6))) : String(cell);
};
