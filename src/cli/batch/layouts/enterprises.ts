/*
 * The monthly factor files of single-class securities of Fannie Mae and Freddie Mac, which have one form since
 * June 2019: fields between vertical bars, with headings. Columns have come and gone since (91 of them in 2019, 106
 * by December 2025); they are found by their headings. Rates are in percent. docs/scale.md names the source.
 */
import { isMissing, type FieldOf, type Layout } from "./layout";

const HEADINGS = {
  factor: "Security Factor",
  margin: "WA Mortgage Margin",
  interestOnly: "Interest Only Security Indicator",
  delay: "Payment Delay Days",
} as const;

/** Days that the stated delay counts more than ours: the month in which interest accrues. */
const MONTH = 31;

/** Factor files of Fannie Mae and Freddie Mac. */
export const enterprises: Layout = {
  name: "published",
  description: "a monthly factor file of single-class securities, with its headings",
  records: null,
  headings: {
    id: "CUSIP",
    coupon: "WA Net Interest Rate",
    wac: "WA Current Interest Rate",
    wam: "WA Current Remaining Months to Maturity",
    age: "WA Loan Age",
    term: "WA Loan Term",
  },
  refusal(field: FieldOf, delayDays: number): string | null {
    const factor = field(HEADINGS.factor);
    if (factor !== "" && Number(factor) === 0) {
      return `${HEADINGS.factor} is 0; the pool is paid off`;
    }
    const margin = field(HEADINGS.margin);
    if (!isMissing(margin)) {
      return `${HEADINGS.margin} is ${margin}; it must be blank or 77.777, a pool of fixed rates`;
    }
    if (field(HEADINGS.interestOnly).toUpperCase() === "Y") {
      return `${HEADINGS.interestOnly} is Y; it must be N, a pool that repays principal`;
    }
    const delay = field(HEADINGS.delay);
    if (!isMissing(delay) && Number(delay) !== delayDays + MONTH) {
      return `${HEADINGS.delay} is ${delay}; it must be ${delayDays + MONTH}, as pool.delay of the assumptions is ${delayDays}: give a file of the others and theirs`;
    }
    return null;
  },
};
