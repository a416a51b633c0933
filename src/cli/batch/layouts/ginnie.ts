/*
 * Ginnie Mae's monthly file of single-family pools, monthlySFPS: records of fields between vertical bars, without
 * headings, of which those of type PS are pools. docs/scale.md names the source of the fields' places.
 */
import type { FieldOf, Layout } from "./layout";

const FACTOR = "RPB Factor";
const INDICATOR = "Pool Indicator";
const TYPE = "Pool Type";

/** By place, from the first; the names of the others are not needed and not claimed. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, "Record Type"],
  [2, "CUSIP Number"],
  [3, "Pool ID"],
  [4, INDICATOR],
  [5, TYPE],
  [6, "Issue Date"],
  [7, "Security Interest Rate"],
  [8, "Maturity Date"],
  [9, "Original Aggregate Amount"],
  [10, "Remaining Security RPB"],
  [11, FACTOR],
  [12, "Issuer Number"],
  [13, "Issuer Name"],
  [16, "Average Original Loan Size (AOLS)"],
  [18, "WA Interest Rate (WAC)"],
  [19, "WA Remaining Months to Maturity (WARM)"],
  [20, "WA Loan Age (WALA)"],
  [21, "WA Original Loan Term (WAOLT)"],
]);

const DESCRIPTION = "a monthly file of single-family pools, monthlySFPS, with records of type PS";

/** Single-family level payments at fixed rates; JM are those of large balances. */
const FIXED_TYPES = ["SF", "JM"];

/** Programmes by indicator, with the days by which a payment is late: paid on the 15th, or on the 20th. */
const PROGRAMMES: ReadonlyMap<string, { readonly name: string; readonly delay: number }> = new Map([
  ["X", { name: "Ginnie Mae I", delay: 14 }],
  ["C", { name: "Ginnie Mae II", delay: 19 }],
  ["M", { name: "Ginnie Mae II", delay: 19 }],
]);

/** Ginnie Mae's single-family pools. */
export const ginnie: Layout = {
  name: "ginnie",
  description: DESCRIPTION,
  records: {
    type: "PS",
    fewest: Math.max(...NAMES.keys()),
    headings: (fields) =>
      Array.from({ length: fields }, (_, i) => NAMES.get(i + 1) ?? `Field ${i + 1}`),
    description: DESCRIPTION,
  },
  headings: {
    id: "CUSIP Number",
    coupon: "Security Interest Rate",
    wac: "WA Interest Rate (WAC)",
    wam: "WA Remaining Months to Maturity (WARM)",
    age: "WA Loan Age (WALA)",
    term: "WA Original Loan Term (WAOLT)",
  },
  refusal(field: FieldOf, delayDays: number): string | null {
    const [factor, type, indicator] = [field(FACTOR), field(TYPE), field(INDICATOR)];
    if (factor !== "" && Number(factor) === 0) return `${FACTOR} is 0; the pool is paid off`;
    if (!FIXED_TYPES.includes(type)) {
      return `${TYPE} is ${type || "blank"}; it must be ${FIXED_TYPES.join(" or ")}, level payments at fixed rates`;
    }
    const programme = PROGRAMMES.get(indicator);
    if (programme === undefined) {
      return `${INDICATOR} is ${indicator || "blank"}; it must be ${[...PROGRAMMES.keys()].join(", ")}`;
    }
    if (programme.delay !== delayDays) {
      return `${INDICATOR} is ${indicator}, ${programme.name}, whose payment delay is ${programme.delay}; pool.delay of the assumptions is ${delayDays} and must be ${programme.delay}`;
    }
    return null;
  },
};
