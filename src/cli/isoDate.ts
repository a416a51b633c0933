const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Day 0 of Excel for every date from March 1900 on; before, Excel has a day that never was. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 61;

/**
 * Excel's serial number of an ISO date, whatever the computer's time zone.
 *
 * @param text - Such as `2026-01-15`.
 * @returns The serial, or null for another text, a day that does not exist, or one before March
 *   1900, where Excel counts differently.
 *
 * @example
 * isoDateSerial("2026-01-15"); // => 46037
 */
export function isoDateSerial(text: string): number | null {
  const parts = ISO_DATE.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = (date.getTime() - EXCEL_DAY_0) / MS_PER_DAY;
  return serial >= FIRST_SERIAL ? serial : null;
}
