/** The table that holds the two spread histories, and the names by which formulas take its columns. */
export const DATA_TABLE = "RV_Data";

/** Defined names of the data sheet's columns, without their headings. */
export const DATA_NAMES = {
  dates: "RV_Dates",
  mbs: "RV_MbsSpread",
  corporate: "RV_CorporateSpread",
  gap: "RV_Gap",
} as const;
