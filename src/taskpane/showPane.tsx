/* Puts the pane into a page. Everything that draws is loaded with this file, after the functions. */
import { createRoot } from "react-dom/client";
import type { WorkbookPort } from "../workbook/workbookPort";
import { Pane } from "./Pane";
import type { PaneFacts } from "./paneFacts";
import { texts } from "./texts";

/**
 * Shows the pane.
 *
 * @param root - Where to show it; its content is replaced.
 * @param workbook - The workbook, or null when the page is open outside a spreadsheet.
 * @param facts - What it shows beside the workbook.
 */
export function showPane(root: HTMLElement, workbook: WorkbookPort | null, facts: PaneFacts): void {
  createRoot(root).render(
    workbook === null ? (
      <p role="alert">{texts.status.noWorkbook}</p>
    ) : (
      <Pane workbook={workbook} facts={facts} />
    ),
  );
}
