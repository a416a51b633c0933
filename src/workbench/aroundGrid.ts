/* What stands around the grid: bar, pane and charts. The grid can be used before they are loaded. */
import { hasFormats, onFormats } from "../host/formats/sheetFormats";
import type { Spreadsheet } from "../host/spreadsheet";
import type { PaneFacts } from "../taskpane/paneFacts";
import { askForSample } from "./askForSample";
import type { BarActions } from "./barActions";
import { drawn } from "./drawn";
import { loadFileActions } from "./fileCode";
import { idle, showPart } from "./lateParts";
import type { Page } from "./page";
import { pageElement } from "./pageElement";
import { words } from "./words";

const loadBar = () => import(/* webpackChunkName: "bar" */ "./showBar");
const loadPane = () => import(/* webpackChunkName: "pane" */ "../taskpane/showPane");
const loadCharts = () => import(/* webpackChunkName: "charts" */ "./showChartStrip");
const loadFormats = () => import(/* webpackChunkName: "formats" */ "../host/formats/drawFormats");
const loadWords = () => import(/* webpackChunkName: "functionWords" */ "../host/functionWords");

/**
 * Shows the bar.
 *
 * @param page - What it acts on.
 * @param actions - What its buttons do.
 */
export const showBar = ({ state }: Page, actions: BarActions): Promise<void> =>
  showPart(pageElement("bar"), words.bar, loadBar, (part) => {
    part.showBar(pageElement("bar"), state, actions);
  });

/**
 * Shows the pane, and waits until its tabs are there.
 *
 * @param page - The workbook that it works on.
 * @param facts - What it shows beside the workbook.
 */
export async function showPane(
  page: Page,
  facts: Pick<PaneFacts, "version" | "build" | "functions">,
): Promise<void> {
  const place = pageElement("pane");
  await showPart(place, words.pane, loadPane, (part) => {
    part.showPane(place, page.workbook, {
      ...facts,
      lastError: null,
      studyWorker: "workbench/studyWorker.js",
      locale: navigator.language,
      beforeSample: () => askForSample(page),
    });
  });
  await drawn(place, '[role="tab"]');
}

/**
 * Waits until what bar and pane are is loaded.
 * @returns False as soon as one of them does not come: its place waits for the user then.
 */
export const aroundCame = (): Promise<boolean> =>
  Promise.all([loadBar(), loadPane()]).then(
    () => true,
    () => false,
  );

/**
 * Shows the charts once there is one; their place is kept free until they are loaded.
 * @param page - The charts.
 */
export function showCharts({ charts }: Page): void {
  const place = pageElement("charts");
  const stop = charts.subscribe(begin);
  begin();

  function begin(): void {
    if (charts.charts().length === 0) return;
    stop();
    place.dataset["loading"] = "true";
    void showPart(place, words.chartsPart, loadCharts, (part) => {
      delete place.dataset["loading"];
      part.showChartStrip(place, charts, navigator.language);
    });
  }
}

/**
 * Shows conditional formats once a sheet has one. What draws them is asked for again at the next change where it
 * does not come: the cells and their numbers are there without it.
 * @param spreadsheet - The spreadsheet of the page.
 */
export function showFormats(spreadsheet: Spreadsheet): void {
  const stop = onFormats(spreadsheet, begin);
  let isAsked = false;
  begin();

  function begin(): void {
    if (isAsked || !hasFormats(spreadsheet)) return;
    isAsked = true;
    loadFormats().then(
      (part) => {
        stop();
        part.drawFormats(spreadsheet);
      },
      (error: unknown) => {
        isAsked = false;
        console.info("conditional formats cannot be shown yet", error);
      },
    );
  }
}

/**
 * Loads what the page may need later: its server may have gone by then. What does not come is asked for
 * again when it is used.
 *
 * @param spreadsheet - The spreadsheet of the page.
 */
export async function loadRest(spreadsheet: Spreadsheet): Promise<void> {
  const rest = [
    async () => {
      (await loadWords()).describeBuiltins(spreadsheet);
    },
    loadFileActions,
    loadCharts,
    loadFormats,
  ];
  for (const load of rest) {
    await idle();
    await load().catch((error: unknown) => {
      console.info("a part of the page is not there yet", error);
    });
  }
}
