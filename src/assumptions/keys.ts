import { PREPAYMENT_KEYS } from "./prepaymentKeys";

/** How a value of a key is read and shown. */
export type AssumptionKind =
  "rate" | "spread" | "number" | "price" | "date" | "count" | "accrued" | "flag" | "choice";

/** A value of an assumption in library units: decimals, basis points, years, serials. */
export type AssumptionValue = number | string | boolean;

/** The groups under which the pane shows the keys, in this order. */
export const ASSUMPTION_GROUPS = [
  "Market",
  "Mortgage",
  "Corporate",
  "Costs and capital",
  "History",
  "Fair value",
  "Signal",
  "Supply",
] as const;

/** One assumption: its name in the table, what it may be, and where its default comes from. */
export interface AssumptionKey {
  readonly key: string;
  readonly label: string;
  readonly group: (typeof ASSUMPTION_GROUPS)[number] | null;
  readonly kind: AssumptionKind;
  /** The unit of the value in the table; empty where there is none. */
  readonly unit: string;
  /** null: no default; a function that needs the key says so. */
  readonly default: AssumptionValue | null;
  /** Least and greatest value allowed, for numbers. */
  readonly low?: number;
  readonly high?: number;
  /** The words allowed, for choices. */
  readonly words?: readonly string[];
  readonly source: string;
}

/** The version of the table's layout that this add-in writes and understands. */
export const SCHEMA = 2;

const ILLUSTRATIVE = "ILLUSTRATIVE level of mid-January 2026; enter your own";
const VENDOR = "ILLUSTRATIVE; enter your vendor's figure";
const JUDGEMENT = "a judgement of this add-in; enter your own";
const ESTIMATE = "ILLUSTRATIVE; estimate it from your own history";
const UNSET = "none; enter it where a function asks for it";

type Group = AssumptionKey["group"];
type Entry = Omit<AssumptionKey, "group">;

const group = (name: Group, entries: readonly Entry[]): AssumptionKey[] =>
  entries.map((entry) => ({ ...entry, group: name }));

const number = (
  key: string,
  label: string,
  kind: AssumptionKind,
  unit: string,
  value: number | null,
  range: readonly [low: number, high: number],
  source: string,
): Entry => ({ key, label, kind, unit, default: value, low: range[0], high: range[1], source });

const decimal = "decimal";
const perYear = "decimal a year";
const basisPoints = "bp";
const flag = (key: string, label: string, source: string): Entry => ({
  key,
  label,
  kind: "flag",
  unit: "",
  default: false,
  source,
});

const treasury = (tenor: number, par: number): Entry =>
  number(
    `ust${tenor}`,
    `${tenor}-year Treasury par yield`,
    "rate",
    perYear,
    par,
    [-0.01, 0.2],
    ILLUSTRATIVE,
  );

/** Every assumption key, in the order in which the table lists them; one a line. */
// prettier-ignore
export const ASSUMPTION_KEYS: readonly AssumptionKey[] = [
  ...group(null, [number("schema", "Layout of this table", "count", "", SCHEMA, [1, SCHEMA], "this add-in")]),
  ...group("Market", [
    { key: "asOf", label: "As of", kind: "date", unit: "date", default: null, source: UNSET },
    treasury(2, 0.0359),
    treasury(3, 0.0366),
    treasury(5, 0.0382),
    treasury(7, 0.0402),
    treasury(10, 0.0423),
    treasury(30, 0.0483),
    number("mortgageRate", "Rate of a new 30-year mortgage", "rate", perYear, null, [0.005, 0.25], "none: the 10-year zero yield and prepay.rateSpread; enter today's survey or lock rate"),
    { key: "mortgageRateAsOf", label: "Day of that rate", kind: "date", unit: "date", default: null, source: UNSET },
    number("rateVol", "Volatility of rates", "spread", "bp per √year", 90, [20, 300], "ILLUSTRATIVE; swaption or MOVE level"),
    number("hwVol", "Hull–White volatility", "rate", perYear, null, [0.0005, 0.05], "blank: what gives the 10-year zero yield the volatility rateVol"),
    number("hwMeanReversion", "Hull–White mean reversion", "rate", "per year", 0.03, [0, 0.5], JUDGEMENT),
    number("funding", "Funding (repo) rate", "rate", perYear, 0.0365, [-0.01, 0.2], ILLUSTRATIVE),
  ]),
  ...group("Mortgage", [
    number("mbsSpread", "Current coupon over the 5/10-year blend", "spread", basisPoints, 101, [-50, 500], ILLUSTRATIVE),
    number("mbsOas", "MBS option-adjusted spread", "spread", basisPoints, 12, [-100, 500], VENDOR),
    number("mbsYield", "MBS yield", "rate", perYear, 0.0503, [-0.01, 0.2], ILLUSTRATIVE),
    number("mbsDuration", "MBS option-adjusted duration", "number", "years", 5.6, [0, 12], VENDOR),
    number("mbsConvexity", "MBS convexity (raw)", "number", "years²", -160, [-600, 300], VENDOR),
    number("mbsSpreadVol", "Volatility of the MBS spread", "spread", "bp per √year", 35, [5, 300], ESTIMATE),
    number("pool.coupon", "Pool: net coupon", "rate", perYear, null, [0.001, 0.2], UNSET),
    number("pool.wac", "Pool: weighted average coupon (gross)", "rate", perYear, null, [0.001, 0.25], UNSET),
    number("pool.wam", "Pool: months left", "count", "months", null, [1, 480], UNSET),
    number("pool.age", "Pool: loan age", "count", "months", null, [0, 480], UNSET),
    number("pool.price", "Pool: clean price", "price", "per 100", null, [20, 200], UNSET),
    number("pool.delay", "Pool: actual payment delay", "count", "days", null, [0, 90], UNSET),
    number("pool.accruedDays", "Pool: days of accrued interest", "accrued", "days", null, [0, 30], 'none: 0; enter days, or a month such as "2026-08" with its class "2026-08 C"'),
    number("pool.firstMonth", "Pool: calendar month of the first flow", "count", "month", null, [1, 12], UNSET),
    number("speedBase", "Prepayment speed, rates unchanged", "rate", "CPR, decimal", 0.06, [0, 0.8], "ILLUSTRATIVE; dealer survey"),
    number("speedUp", "Prepayment speed, rates up", "rate", "CPR, decimal", 0.05, [0, 0.8], "ILLUSTRATIVE; dealer survey"),
    number("speedDown", "Prepayment speed, rates down", "rate", "CPR, decimal", 0.25, [0, 0.8], "ILLUSTRATIVE; dealer survey"),
    ...PREPAYMENT_KEYS,
  ]),
  ...group("Corporate", [
    number("corpOas", "Corporate option-adjusted spread (A, 5–10 years)", "spread", basisPoints, 62, [-50, 1000], ILLUSTRATIVE),
    number("corpYield", "Corporate yield", "rate", perYear, 0.0459, [-0.01, 0.3], ILLUSTRATIVE),
    number("corpDuration", "Corporate duration", "number", "years", 6.1, [0, 15], VENDOR),
    number("corpMaturity", "Corporate: years to maturity", "number", "years", null, [2, 30], "none; gives corpDuration where that is an example"),
    number("corpConvexity", "Corporate convexity (raw)", "number", "years²", 45, [-50, 300], VENDOR),
    number("corpSpreadVol", "Volatility of the corporate spread", "spread", "bp per √year", 28, [5, 300], ESTIMATE),
    number("spreadCorrelation", "Correlation of the two spreads", "number", "", 0.55, [-1, 1], ESTIMATE),
    number("pd", "Probability of default", "rate", perYear, 0.0006, [0, 0.05], "from memory of the agencies' long-run studies; enter your own"),
    number("lossGivenDefault", "Loss given default", "rate", decimal, 0.6, [0, 1], JUDGEMENT),
    number("migration", "Charge for downgrades and forced sales", "spread", basisPoints, 0, [0, 40], "5 is typical for A, 5–10 years; Ng and Phelps, FAJ 67(3), 2011, for the index"),
  ]),
  ...group("Costs and capital", [
    number("liquidityMbs", "Liquidity charge, MBS", "spread", basisPoints, 1, [0, 50], JUDGEMENT),
    number("liquidityCorp", "Liquidity charge, corporates", "spread", basisPoints, 8, [0, 50], JUDGEMENT),
    flag("capitalOn", "Charge for regulatory capital", "for banks only"),
    number("riskWeightMbs", "Risk weight, MBS", "number", decimal, 0.2, [0, 1.5], "12 CFR 217.32 (GSE MBS); Ginnie Mae 0"),
    number("riskWeightCorp", "Risk weight, corporates", "number", decimal, 1, [0, 1.5], "12 CFR 217.32"),
    number("capitalRatio", "Capital held per unit of risk-weighted assets", "rate", decimal, 0.1, [0, 0.5], JUDGEMENT),
    number("hurdle", "Return asked of capital", "rate", perYear, 0.12, [0, 0.5], JUDGEMENT),
    number("capitalFunding", "Funding cost that capital replaces", "rate", perYear, 0.04, [-0.01, 0.2], ILLUSTRATIVE),
    number("costMbs", "Round-trip cost, MBS", "number", "cents per 100 of market value", 2, [0, 100], JUDGEMENT),
    number("costCorp", "Round-trip cost, corporates", "number", "cents per 100 of market value", 18, [0, 100], "published estimates of 18 to 27; enter your own"),
    number("switchCost", "One-way cost of the switch", "spread", basisPoints, 10, [0, 200], "half of both round trips"),
  ]),
  ...group("History", [
    number("periodsPerYear", "Rows a year in the histories", "count", "rows", 12, [1, 366], "taken from the dates when they are given"),
    number("windowMonths", "Look-back of statistics", "count", "months", 60, [12, 600], "desks quote five years"),
    {
      key: "zMethod",
      label: "Method of the z-score",
      kind: "choice",
      unit: "",
      default: "std",
      words: ["std", "mad", "ewma"],
      source: "standard deviation; mad resists outliers, ewma forgets",
    },
    number("minMonths", "Least history for a call", "count", "months", 36, [12, 250], JUDGEMENT),
    number("staleDays", "Oldest data for a call", "count", "business days", 5, [0, 90], JUDGEMENT),
  ]),
  ...group("Fair value", [
    number("fairGap", "Fair gap", "spread", basisPoints, null, [-500, 500], "none: estimated from the history"),
    number("fairSe", "Standard error of the fair gap", "spread", basisPoints, 8, [0, 200], JUDGEMENT),
    number("halfLife", "Half-life of the gap", "number", "months", null, [1, 60], "none: estimated from the history"),
    number("gapVol", "Volatility of the gap", "spread", "bp per √year", null, [1, 300], "none: estimated from the history"),
  ]),
  ...group("Signal", [
    number("weightValue", "Weight of value", "rate", decimal, 1 / 3, [0, 1], "equal weights, not fitted"),
    number("weightCarry", "Weight of carry", "rate", decimal, 1 / 3, [0, 1], "equal weights, not fitted"),
    number("weightMomentum", "Weight of momentum", "rate", decimal, 1 / 3, [0, 1], "equal weights, not fitted"),
    number("enter", "Score that enters a position", "number", "", 0.5, [0, 1], JUDGEMENT),
    number("lean", "Score that leans", "number", "", 0.25, [0, 1], JUDGEMENT),
    number("exit", "Score that leaves a position", "number", "", 0.25, [0, 1], JUDGEMENT),
    number("minProbability", "Least probability for a call", "rate", decimal, 0.55, [0.5, 0.95], JUDGEMENT),
    number("horizon", "Horizon of the switch", "number", "years", 0.5, [1 / 12, 3], "near the half-life"),
    flag("override.history", "Call although the history is short", "the call then ends (assumed)"),
    flag("override.reversion", "Call although no mean reversion is found", "the call then ends (assumed)"),
    flag("override.break", "Call although the history has a break", "the call then ends (assumed)"),
    number("trackingError", "Tracking-error budget", "spread", "bp a year", 30, [1, 300], "your mandate"),
    number("trials", "Variants tried", "count", "", 1, [1, 1_000_000], "for the deflated Sharpe ratio; count every rule you looked at"),
  ]),
  ...group("Supply", [
    number("supplyBeta", "Spread change per US$100bn of supply", "spread", "bp per US$100bn", 7, [0, 40], "published views range from 0 to 20"),
    number("supplyChange", "Change of supply to private hands", "number", "US$bn", -200, [-5000, 5000], "the purchase directive of January 2026"),
    number("pricedIn", "Already in the price", "spread", basisPoints, -15, [-200, 200], "press, January 2026"),
  ]),
];

/** A key by its name in lower case. */
export const KEY_BY_NAME: ReadonlyMap<string, AssumptionKey> = new Map(
  ASSUMPTION_KEYS.map((entry) => [entry.key.toLowerCase(), entry]),
);
