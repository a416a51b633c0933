// The part of the help page that concerns every function.
// @ts-check

/**
 * @typedef {object} Topic
 * @property {string} id its anchor
 * @property {string} title its heading
 * @property {readonly string[]} paragraphs its text
 * @property {readonly string[]} [steps] numbered steps after the text
 */

/** @type {readonly Topic[]} */
const GENERAL = [
  {
    id: "conventions",
    title: "Units and signs",
    paragraphs: [
      "Rates, yields, returns, prepayment speeds and probabilities are decimals: 5.03% is 0.0503. " +
        "Spreads, spread volatilities and costs are basis points as plain numbers. Prices are per 100 of face. " +
        "Durations and tenors are years; convexity is years squared. Series run from the oldest value to the latest.",
      "A gap is MBS minus corporate. A score or z-score above 0 means that mortgages are cheap, below 0 that " +
        "they are rich. An optional argument that is left out or blank takes its documented default.",
    ],
  },
  {
    id: "errors",
    title: "Blank cells, #N/A and error messages",
    paragraphs: [
      "#VALUE! and #N/A come with a sentence that names the argument, shows its value and says what was " +
        "expected: hover over the cell, or choose the mark beside it. Excel for Mac and some builds of Excel " +
        "for Windows do not show the sentence. #NUM! means that a solution does not exist or was not found.",
      "In a series a blank cell and #N/A mean that there was no quote on that date. Older builds of Excel for " +
        "Windows hand a blank cell over as 0: in series of prices, levels and dates 0 therefore counts as " +
        "missing; in series of spreads, gaps and returns 0 is a value, so write #N/A where there was no quote.",
      "A row without a result is #N/A in a spilled column. Some old builds of Excel turn a whole spilled result " +
        "with one error in it into a single #VALUE!. If that happens, update Excel, or ask for rows that have " +
        "all their inputs.",
    ],
  },
  {
    id: "name-error",
    title: "When a cell shows #NAME? or an old version answers",
    paragraphs: [
      "Excel has not loaded the add-in for this workbook, or it remembers an older list of functions (it keeps " +
        "the list for about a day). Try these in order and stop when the cells answer.",
    ],
    steps: [
      "Home > Add-ins > Rotation: opening the add-in once loads its functions. Then edit the cell and press Enter.",
      "Close Excel completely, open it again and open the pane.",
      "Remove the add-in and add it again (sideload it again, if that is how it came).",
      "Clear Excel's cache of add-ins with Excel closed. Windows: delete what is in " +
        "%LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef. Mac: delete what is in " +
        "~/Library/Containers/com.microsoft.Excel/Data/Documents/wef. On the web: clear the browser's data for the site.",
      "If names stay as _xldudf_RV_… in the formulas, save, close and open the workbook after the add-in has loaded.",
    ],
  },
  {
    id: "curve",
    title: "How a Treasury curve is read",
    paragraphs: [
      "A curve is two columns, tenor in years and semiannual par yield. Discount factors are bootstrapped from " +
        "the par yields and are log-linear between the tenors. Against linear interpolation of par yields at " +
        "half-years, the choice moves the Z-spread of a typical mortgage pool by about 9 basis points.",
      "CURVEON takes the curve of a day from a table with tenors as headings, as the Treasury, the Federal Reserve " +
        "and FRED publish them. The screen Data brings such a file: the sheet Curve then holds all days and the curve " +
        "of one, named RV_Curve, and the assumptions ust2 to ust30 follow. Another file joins it or takes its place.",
    ],
  },
  {
    id: "privacy",
    title: "How to see that nothing leaves this machine",
    paragraphs: [
      "The functions are computed in Excel, by a script that was loaded with the add-in. No function and no " +
        "button sends what you enter anywhere. You need not take that on trust. (Where the workbook itself is kept, " +
        "on this machine or with Microsoft, is Excel's affair and not the add-in's.)",
    ],
    steps: [
      "Load the add-in, then switch the network off. Change an input: the RV functions still answer.",
      "Excel on the web: open the browser's developer tools (F12), tab Network, and recalculate. The add-in's " +
        "address appears while the pane loads and not while cells compute.",
      "Excel for Windows: open the pane's menu (or right-click in the pane), choose the developer tools or Inspect, " +
        "and do the same.",
      "The requests that you will see come from loading: the add-in's own files, and Microsoft's office.js from " +
        "appsforoffice.microsoft.com, which every Office add-in loads and which may report its own use to Microsoft.",
      "The pane's page states its policy in its first lines, and Excel's browser enforces it: connect-src 'none' " +
        "lets no script send or fetch anything.",
    ],
  },
  {
    id: "advice",
    title: "Not investment advice",
    paragraphs: [
      "Rotation computes numbers from the inputs and assumptions in your cells. They are not a recommendation, " +
        "and they are as good as the inputs. Check them before you rely on them.",
    ],
  },
];

module.exports = { GENERAL };
