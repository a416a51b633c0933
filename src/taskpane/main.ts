/* Picks the workbook that the pane talks to, and loads the pane after the functions are registered. */
import { ASSOCIATED } from "../functions/associations";
import { BUILD, VERSION } from "../functions/build";
import { lastError } from "../functions/excel/lastError";
import { officeWorkbook } from "../workbook/officeWorkbook";
import type { FunctionDescription, PaneFacts } from "./paneFacts";

/** functions.json as a script (src/build/functionsMetadataPlugin.js); it lies beside this page. */
declare const rotationFunctions: readonly FunctionDescription[];

const root = document.getElementById("pane");
if (root === null) throw new Error("taskpane.html has no element with the id pane");

/** Says why the pane cannot open; nothing else has been loaded then. */
function refuse(words: string): void {
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.textContent = words;
  root?.replaceChildren(paragraph);
}

async function open(pane: HTMLElement): Promise<void> {
  const [{ host }, { showPane }] = await Promise.all([Office.onReady(), import("./showPane")]);
  const facts: PaneFacts = {
    version: VERSION,
    build: BUILD,
    functions: { descriptions: rotationFunctions, implementations: ASSOCIATED },
    lastError,
    studyWorker: "pane/studyWorker.js",
    locale: navigator.language,
  };
  const excel = () =>
    officeWorkbook({
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      groupsRows: Office.context.requirements.isSetSupported("ExcelApi", "1.10"),
      groupsUndo: Office.context.requirements.isSetSupported("ExcelApi", "1.20"),
    });
  showPane(pane, String(host) === "Excel" ? excel() : null, facts);
}

if (typeof Office === "undefined") {
  refuse(
    "Office.js could not be loaded from appsforoffice.microsoft.com. Check that this computer reaches that address, then close and open the pane.",
  );
} else {
  open(root).catch((error: unknown) => {
    refuse(
      `The pane could not be loaded: ${String(error)}. Check that this computer reaches the add-in's address, then close and open the pane.`,
    );
  });
}
