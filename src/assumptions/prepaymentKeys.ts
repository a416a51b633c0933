/** The dials of the prepayment model of two populations, all of the usual size in the literature. */
const SOURCE =
  "a judgement of this add-in, of the usual size in the literature; PREPAYFIT fits your own";

const dial = (
  name: string,
  label: string,
  kind: "rate" | "number" | "count",
  unit: string,
  value: number,
  low: number,
  high: number,
) => ({
  key: `prepay.${name}`,
  label: `Prepayment: ${label}`,
  kind,
  unit,
  default: value,
  low,
  high,
  source: SOURCE,
});

/** Keys `prepay.*`, in the order in which the table lists them. */
export const PREPAYMENT_KEYS = [
  {
    key: "prepay.form",
    label: "Prepayment: form of the refinancing curve",
    kind: "choice" as const,
    unit: "",
    default: "logistic",
    words: ["logistic", "ots"],
    source: "logistic, or the arctangent of the Office of Thrift Supervision",
  },
  dial("refiMax", "greatest refinancing speed", "rate", "CPR, decimal", 0.5, 0, 0.9),
  dial("refiMid", "incentive at half of that", "rate", "decimal", 0.006, -0.02, 0.04),
  dial("refiWidth", "width of the refinancing curve", "rate", "decimal", 0.0022, 0.0005, 0.02),
  dial("turnover", "housing turnover", "rate", "CPR, decimal", 0.065, 0, 0.3),
  dial("rampMonths", "months of seasoning", "count", "months", 30, 1, 60),
  dial("multiplier", "multiple of all speeds", "number", "", 1, 0.2, 3),
  dial("fastShare", "fast share of today's balance", "rate", "decimal", 0.7, 0, 1),
  dial("slowSpeed", "speed of the slow share", "rate", "decimal", 0.2, 0, 1),
  dial("lockIn", "turnover lost to lock-in", "rate", "decimal", 0.4, 0, 1),
  dial("lockMid", "incentive at half the lock-in", "rate", "decimal", -0.01, -0.05, 0.02),
  dial("lockWidth", "width of the lock-in curve", "rate", "decimal", 0.005, 0.0005, 0.03),
  dial(
    "rateSpread",
    "mortgage rate over the 10-year zero yield",
    "rate",
    "decimal",
    0.018,
    0,
    0.05,
  ),
  dial("weight2y", "weight of the 2-year yield", "rate", "decimal", 0, 0, 1),
  dial("maxCpr", "greatest speed", "rate", "CPR, decimal", 0.85, 0.1, 0.99),
];
