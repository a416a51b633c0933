/* Picks the workbook that the pane talks to, and shows the pane. */
import { BUILD, VERSION } from "../functions/build";
import { lastError } from "../functions/lastError";
import { officeWorkbook } from "../workbook/officeWorkbook";
import { element } from "./element";
import { showPane } from "./pane";

const root = document.getElementById("pane");
if (root === null) throw new Error("taskpane.html has no element with the id pane");

if (typeof Office === "undefined") {
  root.replaceChildren(
    element(
      "p",
      { role: "alert" },
      "Office.js could not be loaded from appsforoffice.microsoft.com. Check that this computer reaches that address, then close and open the pane.",
    ),
  );
} else {
  void Office.onReady().then(({ host }) => {
    const inExcel = String(host) === "Excel";
    showPane(root, inExcel ? officeWorkbook() : null, {
      version: VERSION,
      build: BUILD,
      lastError,
    });
  });
}
