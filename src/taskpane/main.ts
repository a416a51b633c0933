/* Picks the workbook that the pane talks to, and loads the pane after the functions are registered. */
import { ASSOCIATED } from "../functions/associations";
import { BUILD, VERSION } from "../functions/build";
import { lastError } from "../functions/lastError";
import { officeWorkbook } from "../workbook/officeWorkbook";
import type { FunctionDescription, PaneFacts } from "./paneFacts";

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
  const [{ host }, { showPane }, descriptions] = await Promise.all([
    Office.onReady(),
    import("./showPane"),
    describedFunctions(),
  ]);
  const facts: PaneFacts = {
    version: VERSION,
    build: BUILD,
    functions: { descriptions, implementations: ASSOCIATED },
    lastError,
    locale: navigator.language,
  };
  showPane(pane, String(host) === "Excel" ? officeWorkbook() : null, facts);
}

/** What Excel was told of the functions; it lies beside this page. */
async function describedFunctions(): Promise<readonly FunctionDescription[]> {
  const response = await fetch("functions.json");
  if (!response.ok) throw new Error(`functions.json answered ${response.status}`);
  return ((await response.json()) as { functions: FunctionDescription[] }).functions;
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
