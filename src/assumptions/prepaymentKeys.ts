/* The dials of the prepayment model of two populations, each with its source. */
import { LEAST_PREMIUM, MOST_PREMIUM } from "../calc/oas/prepaymentRisk";
import {
  PREPAYMENT_SET_NAMES,
  PREPAYMENT_SETS,
  SEASON_NAMES,
  type PrepaymentSet,
} from "./prepaymentSets";

const S_CURVE = "Freddie Mac loan-level S-curve, 2000–2026";
const COUNTS = "Fannie Mae loan counts by note rate, 2022–2025";
const BURNOUT = "burnout of cohorts, simulated; known only together with refiMax";
const SURVEY = "survey mortgage rate less the 10-year, January to July 2026";
const JUDGEMENT = "a judgement of this add-in; enter your own";

/** What a blank cell means: the number of the set that `prepay.set` names. */
const blankIs = (name: keyof PrepaymentSet, source: string): string =>
  `blank: of prepay.set (pooled ${PREPAYMENT_SETS.pooled[name]}); ${source}`;

type Range = readonly [low: number, high: number];

const number = (
  name: string,
  label: string,
  kind: "rate" | "number" | "count",
  unit: string,
  [low, high]: Range,
  held: { readonly default: number | null; readonly source: string },
) => ({ key: `prepay.${name}`, label: `Prepayment: ${label}`, kind, unit, low, high, ...held });

/** A dial whose default depends on the set. */
const dial = (
  name: keyof PrepaymentSet,
  label: string,
  kind: "rate" | "number" | "count",
  unit: string,
  range: Range,
  source: string,
) => number(name, label, kind, unit, range, { default: null, source: blankIs(name, source) });

/** What is asked for the risk of a speed: a share of the dial that PROAS adds. */
const premium = (name: string, label: string) => ({
  key: `prepayRisk.${name}`,
  label: `Prepayment risk: premium of ${label}`,
  kind: "number" as const,
  unit: "share of the dial",
  low: LEAST_PREMIUM,
  high: MOST_PREMIUM,
  default: 0,
  source: "0 asks nothing; PROASFIT fits it to a stack of coupons",
});

/** Keys `prepay.*` and `prepayRisk.*`, in the order in which the table lists them; one a line. */
// prettier-ignore
export const PREPAYMENT_KEYS = [
  {
    key: "prepay.set",
    label: "Prepayment: set of dials",
    kind: "choice" as const,
    unit: "",
    default: PREPAYMENT_SET_NAMES[0],
    words: PREPAYMENT_SET_NAMES,
    source: "what holds where a dial is blank; 2025 judgement has the dials of version 1.0",
  },
  {
    key: "prepay.form",
    label: "Prepayment: form of the refinancing curve",
    kind: "choice" as const,
    unit: "",
    default: "logistic",
    words: ["logistic", "ots"],
    source: "logistic, or the arctangent of the Office of Thrift Supervision",
  },
  dial("refiMax", "greatest refinancing speed", "rate", "CPR, decimal", [0, 0.9], S_CURVE),
  dial("refiMid", "incentive at half of that", "rate", "decimal", [-0.02, 0.04], `${S_CURVE}; convexity of 7% pools`),
  dial("refiWidth", "width of the refinancing curve", "rate", "decimal", [0.0005, 0.02], `${S_CURVE}; convexity of 7% pools`),
  dial("turnover", "housing turnover", "rate", "CPR, decimal", [0, 0.3], `${S_CURVE}; ${COUNTS}`),
  dial("rampMonths", "months of seasoning", "count", "months", [1, 60], `${S_CURVE}; ${COUNTS}`),
  number("multiplier", "multiple of all speeds", "number", "", [0.2, 3], { default: 1, source: "1 is the model as it is" }),
  dial("fastShare", "fast share of today's balance", "rate", "decimal", [0, 1], BURNOUT),
  dial("slowSpeed", "speed of the slow share", "rate", "decimal", [0, 1], BURNOUT),
  dial("lockIn", "turnover lost to lock-in", "rate", "decimal", [0, 1], COUNTS),
  dial("lockMid", "incentive at half the lock-in", "rate", "decimal", [-0.05, 0.02], COUNTS),
  dial("lockWidth", "width of the lock-in curve", "rate", "decimal", [0.0005, 0.03], COUNTS),
  {
    key: "prepay.seasons",
    label: "Prepayment: seasons of turnover",
    kind: "choice" as const,
    unit: "",
    default: null,
    words: SEASON_NAMES,
    source: blankIs("seasons", "Fannie Mae loan counts of locked-in loans, or Richard and Roll, 1989"),
  },
  dial("rateSpread", "mortgage rate over the 10-year zero yield", "rate", "decimal", [0, 0.05], `${SURVEY}; blank where mortgageRate is entered`),
  dial("longRunSpread", "what that spread fades to", "rate", "decimal", [0, 0.05], SURVEY),
  dial("spreadHalfLife", "years in which half of the difference fades", "number", "years", [0.1, 1000], JUDGEMENT),
  number("weight2y", "weight of the 2-year yield", "rate", "decimal", [0, 1], { default: 0, source: JUDGEMENT }),
  number("maxCpr", "greatest speed", "rate", "CPR, decimal", [0.1, 0.99], { default: 0.85, source: JUDGEMENT }),
  premium("refinancing", "refinancing"),
  premium("turnover", "turnover"),
];
