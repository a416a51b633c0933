/** The id of the one workbook of an engine. */
export const UNIT_ID = "workbook";
