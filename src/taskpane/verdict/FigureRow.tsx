import { Button, Tooltip } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { TableInsertRowRegular } from "@fluentui/react-icons/svg/table-insert-row";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { isProblem } from "../worksheetCall";
import type { Figure } from "./verdict";
import { figureName, figureText } from "./figureText";

/**
 * A figure with its name, *Explain* and *Insert*.
 * @param props - The figure, and what the two buttons do.
 * @returns One row.
 */
export function FigureRow(props: {
  readonly figure: Figure;
  readonly onExplain: (figure: Figure) => void;
  readonly onInsert: (figure: Figure) => void;
}) {
  const { figure, onExplain, onInsert } = props;
  const { numbers, busy } = usePane();
  const name = figureName(figure);
  const { explain, insert, explainNamed, insertNamed } = texts.verdict;
  return (
    <div className="figure" data-figure={figure.id}>
      <dt>{name}</dt>
      <dd>
        <div className="figure-value">
          <strong>{figureText(figure, numbers)}</strong>
          {isProblem(figure.value) && <span className="figure-why">{figure.value.message}</span>}
        </div>
        <div className="figure-actions">
          <Tooltip content={explain} relationship="description">
            <Button
              size="small"
              appearance="subtle"
              icon={<InfoRegular />}
              aria-label={explainNamed(name)}
              onClick={() => {
                onExplain(figure);
              }}
            />
          </Tooltip>
          <Tooltip content={insert} relationship="description">
            <Button
              size="small"
              appearance="subtle"
              icon={<TableInsertRowRegular />}
              aria-label={insertNamed(name)}
              disabled={busy}
              onClick={() => {
                onInsert(figure);
              }}
            />
          </Tooltip>
        </div>
      </dd>
    </div>
  );
}
