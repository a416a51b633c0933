/* What the sheet "Scenarios" holds: the table, and what its formulas give beside it. */
import { TABLE_NAME } from "../../assumptions/table";
import { EARLIER_RESULTS, RESULTS, type ScenarioResults } from "../../templates/scenariosLayout";
import { SCENARIOS_TABLE } from "../../templates/scenariosSheet";
import { a1Of, rectangleOf, type Rectangle } from "../../workbook/a1";
import {
  WorkbookError,
  type CellValue,
  type Place,
  type WorkbookPort,
} from "../../workbook/workbookPort";

/** The scenarios of a workbook, and what comes of them. */
export interface LoadedScenarios {
  /** The table without its heading: rate shift, spreads in basis points, probability. */
  readonly place: Place;
  readonly scenarios: readonly (readonly CellValue[])[];
  /** A row a scenario and one of means: three returns, MBS − corporate in basis points, the best. */
  readonly grid: readonly (readonly CellValue[])[];
  /**
   * Mean, deviation, probability below 0, breakeven shifts, breakeven gap, the mean valued again, the greatest
   * difference of that; value in the second column.
   */
  readonly facts: readonly (readonly CellValue[])[];
  /** Impact of the change of supply, what is left of it, lowest and highest view; basis points. */
  readonly supply: readonly (readonly CellValue[])[];
  /** Words; heading; factors with move and deviations; distance; probability. */
  readonly mustHappen: readonly (readonly CellValue[])[];
}

/** A workbook without the sheet, and whether it can be added. */
export interface NoScenarios {
  readonly assumptions: boolean;
}

/**
 * Reads the scenarios of a workbook.
 *
 * @param workbook - The workbook.
 * @returns What the sheet holds, or what is missing.
 * @throws WorkbookError when the results do not stand beside the table as they were written.
 */
export async function loadScenarios(
  workbook: WorkbookPort,
): Promise<LoadedScenarios | NoScenarios> {
  const [table, assumptions] = await Promise.all([
    workbook.findTable(SCENARIOS_TABLE),
    workbook.findTable(TABLE_NAME),
  ]);
  if (table === null) return { assumptions: assumptions !== null };
  const { sheet } = table;
  const all = rectangleOf(table.a1);
  const body: Rectangle = { ...all, row: all.row + 1, rows: all.rows - 1, columns: 4 };
  const read = (part: { right: number; down: number; columns: number }, rows: number) =>
    workbook.read({
      sheet,
      a1: a1Of({
        row: all.row + part.down,
        column: all.column + part.right,
        rows,
        columns: part.columns,
      }),
    });
  const isLaidOut = async ({ heading }: ScenarioResults): Promise<boolean> => {
    if (all.row + heading.down < 1) return false;
    const [[words] = []] = await read({ ...heading, columns: 1 }, 1);
    return words === heading.words;
  };
  const layouts = [RESULTS, ...EARLIER_RESULTS];
  const areLaidOut = await Promise.all(layouts.map(isLaidOut));
  const results = layouts.find((_, i) => areLaidOut[i]) ?? null;
  if (results === null) {
    throw new WorkbookError(
      `the results on sheet ${sheet} do not stand beside the table ${SCENARIOS_TABLE} as they were written: undo what moved them, or delete the sheet and add it again`,
      "InvalidArgument",
    );
  }
  const place = { sheet, a1: a1Of(body) };
  const [scenarios, grid, facts, supply, mustHappen] = await Promise.all([
    workbook.read(place),
    read(results.grid, all.rows + 1),
    read(results.facts, results.facts.rows),
    read(results.supply, results.supply.rows),
    read(results.mustHappen, results.mustHappen.rows),
  ]);
  return { place, scenarios, grid: grid.slice(1), facts, supply, mustHappen };
}
