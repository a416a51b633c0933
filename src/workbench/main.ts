/* Starts the page: the engine with its grid, the built functions, and the pane. */
import "../taskpane/taskpane.css";
import "./workbench.css";
import { snapshotOf } from "../host/snapshotOf";
import { calculateAll } from "../host/calculateAll";
import { browserPreset } from "../host/browserPreset";
import { isCellError } from "../host/runtime/cellValue";
import { installCustomFunctions } from "../host/runtime/customFunctions";
import { embeddedWorkbook } from "../host/embeddedWorkbook";
import { parseMetadata, type Metadata } from "../host/runtime/functionMetadata";
import { gridDrawn } from "../host/gridDrawn";
import { watchPlaces } from "../host/movedPlaces";
import { Spreadsheet } from "../host/spreadsheet";
import { repairLayers } from "../host/layerRepairs";
import { readTypedCells, storeByEnter, storeFormulasAsTyped } from "../host/typing";
import type { Book } from "../workbook/book";
import type { CellValue, ChartPlan } from "../workbook/workbookPort";
import { acceptDrops, barActions, sayFromLast } from "./barActions";
import { chartStore } from "./chartStore";
import { watchDivider } from "./divider";
import { focusFirst, focusGrid } from "./focus";
import { showMessages } from "./messageLine";
import { keepWorkbook } from "./keeping";
import { keepForOffline } from "./offline";
import { aroundCame, loadRest, showBar, showCharts, showFormats, showPane } from "./aroundGrid";
import { drawn } from "./drawn";
import { completeGrid } from "./gridAccess";
import { pageElement } from "./pageElement";
import { pageState } from "./pageState";
import { pasteTexts } from "./pasting";
import { watchRegions } from "./regions";
import { takeFromLast } from "./nextPage";
import { bookStore } from "./store/bookStore";
import { openDatabase } from "./store/database";

declare const RV_VERSION: string;
declare const RV_BUILD: string;

/** Runs the add-in's built script, unchanged, as Excel would. */
function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });
}

async function loadMetadata(): Promise<Metadata> {
  const response = await fetch("functions.json");
  if (!response.ok) throw new Error(`functions.json answered ${response.status}`);
  return parseMetadata(await response.text());
}

async function start(): Promise<void> {
  const functions = installCustomFunctions(globalThis);
  const store = bookStore(openDatabase, Date.now);
  const [metadata, found] = await Promise.all([loadMetadata(), store.load()]);
  const saved = found.kind === "book" ? found.saved : null;
  storeFormulasAsTyped();
  repairLayers();
  const spreadsheet = new Spreadsheet({
    preset: browserPreset("grid"),
    metadata,
    functions,
    sheets: [{ name: "Sheet1" }],
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    ...(saved?.book == null ? {} : { snapshot: snapshotOf(saved.book), ...shownOf(saved.book) }),
  });
  readTypedCells(spreadsheet, navigator.language);
  storeByEnter(spreadsheet);
  const charts = chartStore((plan) => chartCells(spreadsheet, plan));
  for (const plan of saved?.charts ?? []) charts.add(plan);
  spreadsheet.onCalculated(charts.refresh);
  watchPlaces(spreadsheet, charts.move);
  const workbook = embeddedWorkbook(spreadsheet, charts);
  await workbook.onSelected(({ sheet }) => {
    charts.showSheet(sheet);
  });
  charts.showSheet((await workbook.selection()).sheet);

  const state = pageState();
  const last = takeFromLast();
  const keeping = keepWorkbook({ spreadsheet, charts, state }, store, found, last);
  pasteTexts(spreadsheet, state, navigator.language);
  const page = { spreadsheet, workbook, keeping, store, state, charts };
  const actions = barActions(page);
  sayFromLast(last, page);
  acceptDrops(pageElement("sheet"), actions.open);
  showMessages(pageElement("message"), spreadsheet, workbook);
  watchDivider(pageElement("divider"), pageElement("workbench"));
  watchRegions(regions());
  await gridDrawn(spreadsheet);
  // Keyboard users begin in the grid and find the pane by F6.
  await drawn(pageElement("grid"), '[contenteditable="true"]');
  performance.mark("grid");
  completeGrid(pageElement("grid"));
  await loadScript("functions.js").catch((error: unknown) => {
    // What is kept stays as it is: without the functions most values would be errors.
    spreadsheet.readOnly = true;
    throw error;
  });
  calculateAll(spreadsheet);
  pageElement("sheet").removeAttribute("aria-busy");
  focusGrid(pageElement("grid"));

  showCharts(page);
  showFormats(spreadsheet);
  const shown = Promise.all([
    showBar(page, actions),
    showPane(page, {
      version: RV_VERSION,
      build: RV_BUILD,
      functions: { descriptions: metadata.functions, implementations: functions },
    }),
  ]).then(() => {
    document.body.dataset["ready"] = "true";
  });
  const rest = async () => {
    // A part that does not come keeps nothing else waiting.
    if (await aroundCame()) await shown;
    await loadRest(spreadsheet);
    await keepForOffline();
    document.body.dataset["offline"] = "true";
  };
  await Promise.all([shown, rest()]);
}

const shownOf = ({ shown }: Book) => (shown === undefined ? {} : { shown });

function chartCells(spreadsheet: Spreadsheet, { source }: ChartPlan): CellValue[][] | null {
  if (!spreadsheet.sheetNames.includes(source.sheet)) return null;
  return spreadsheet
    .read(source.sheet, source.a1)
    .map((row) => row.map((cell) => (isCellError(cell) ? cell.error : (cell ?? ""))));
}

const regions = () => [
  {
    root: pageElement("sheet"),
    focus: () => {
      focusGrid(pageElement("grid"));
    },
  },
  {
    root: pageElement("message"),
    focus: () => {
      pageElement("message").focus();
    },
  },
  {
    root: pageElement("pane"),
    focus: () => {
      focusFirst(pageElement("pane"));
    },
  },
  {
    root: pageElement("bar"),
    focus: () => {
      focusFirst(pageElement("bar"));
    },
  },
];

start().catch((error: unknown) => {
  const message = pageElement("message");
  message.dataset["problem"] = "true";
  message.textContent = `The workbench could not start: ${String(error)}. Reload the page; if it fails again, build it again (npm start).`;
  throw error;
});
