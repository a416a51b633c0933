/** The table that holds the two spread histories, and the names by which formulas take its columns. */
export const DATA_TABLE = "RV_Data";

/** Defined names of the data sheet's columns, without their headings. */
export const DATA_NAMES = {
  dates: "RV_Dates",
  mbs: "RV_MbsSpread",
  corporate: "RV_CorporateSpread",
  gap: "RV_Gap",
} as const;

/**
 * The last value of a history in its row, and #N/A in the others: the last row may have none.
 *
 * @param values - An expression that has a value or an error for each row of the histories.
 * @returns A formula; it spills over as many rows as they have.
 *
 * @example
 * lastOf("RV_Gap"); // => "=IF(RV_Dates=MAX(IF(ISNUMBER(RV_Gap),RV_Dates)),RV_Gap,NA())"
 */
export const lastOf = (values: string): string =>
  `=IF(${DATA_NAMES.dates}=MAX(IF(ISNUMBER(${values}),${DATA_NAMES.dates})),${values},NA())`;
