/** The texts of the screen *Templates*. */
export const templates = {
  heading: "Templates and help",
  add: (name: string) => `Add ${name}`,
  added: (name: string, sheet: string) => `${name}: added on sheet ${sheet}.`,
  assumptions: "Assumptions",
  assumptionsAbout: "Every assumption with its unit, range, default and source, in one table.",
  dashboard: "Dashboard",
  dashboardAbout:
    "The signal, the gap's receipt and three charts, as formulas. It needs the data and the assumptions.",
  scenarios: "Scenarios",
  scenariosAbout:
    "Three assets in weighted scenarios, breakevens, and what must happen for the one behind, as formulas.",
  backtest: "Backtest",
  backtestAbout:
    "The z-score of the gap as a rule: its path, its card and two charts, as formulas over the histories.",
  tradeTicket: "Trade ticket",
  tradeTicketAbout:
    "A duration-neutral switch in whole lots, its cost and the risk that is left, as a formula over the assumptions.",
  couponStack: "Coupon stack",
  couponStackAbout:
    "Mortgage coupons side by side: yield, OAS, option cost and effective duration of each, as one formula, and two charts.",
  publishedSpeeds: "Published speeds",
  publishedSpeedsAbout:
    "The prepayment model beside speeds derived from Fannie Mae's published loan counts, by note rate, with a chart.",
  claimCheck: "Claim check",
  claimCheckAbout:
    "What was published in January 2026, tested on series that you paste. It uses the workbook's own histories where they are.",
  sample: "Sample book",
  sampleAbout: "ILLUSTRATIVE histories, assumptions that agree with them, and the dashboard.",
  data: "Data",
  dataAbout: "Two spread histories in a dated table, their gap, and what the checks find.",
  dataOpen: "Go to Data",
} as const;
