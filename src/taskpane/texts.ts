/*
 * Every text of the pane, in English: those of a screen stand in a file of its name. A second language
 * is a second set of files of the same shape; units and names of functions and assumptions are the
 * same in every language.
 */
import { answer } from "./texts/answer";
import { assumptions } from "./texts/assumptions";
import { backtest } from "./texts/backtest";
import { data } from "./texts/data";
import { functions } from "./texts/functions";
import { help } from "./texts/help";
import { scenarios } from "./texts/scenarios";
import { templates } from "./texts/templates";
import { units, verdict } from "./texts/verdict";

/** The texts of the pane. */
export const texts = {
  title: "Rotation",
  starting: "Starting …",
  tabs: {
    verdict: "Verdict",
    assumptions: "Assumptions",
    data: "Data",
    scenarios: "Scenarios",
    backtest: "Backtest",
    functions: "Functions",
    templates: "Templates",
  },
  more: "More",
  status: {
    label: "What happened",
    close: "Close the message",
    notDone: (why: string) => `Not done: ${why}.`,
    reading: "Reading the workbook …",
    writing: "Writing …",
    noWorkbook:
      "Open this page from Excel: Home > Rotation. Outside Excel there is no workbook to read or write.",
  },
  footer: {
    noAdvice: "Not investment advice.",
    help: "Help",
    version: (version: string, build: string) => `Rotation ${version} (${build}).`,
    noError: "No function has given an error since the add-in was loaded.",
    lastError: (name: string, message: string) => `Last error in a cell: ${name}: ${message}`,
  },
  welcome: {
    heading: "Two ways to begin",
    about:
      "A verdict needs two histories of spreads, mortgages and corporates, and the assumptions. Both stand in the workbook, in visible tables.",
    sample: "Start with the sample book",
    sampleAbout: "Made-up histories, marked ILLUSTRATIVE in the cells, to see how it works.",
    own: "Bring my data",
    sampleAdded: "The sample book is in the workbook; every number of it is made up.",
    sampleLeft: "Nothing was added.",
    ownAbout: "Two CSV files, or columns pasted from a terminal.",
    assumptionsHeading: "One thing is missing",
    assumptions: "Add the assumptions",
    assumptionsAbout: "The data are here; the assumptions table is not yet.",
  },
  answer,
  verdict,
  units,
  assumptions,
  functions,
  templates,
  help,
  data,
  scenarios,
  backtest,
} as const;
