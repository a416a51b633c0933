import { NoAnswer } from "./inTime";
import { LaterRecord } from "./savedBook";

/** By the names that browsers give to what went wrong. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["QuotaExceededError", "no room is left on the disk or in this browser's share of it"],
  ["SecurityError", "this browser blocks storage for this page: allow it in the site's settings"],
  ["InvalidStateError", "this browser's storage is closed, as in some private windows"],
  ["VersionError", "a later version of this page has kept it: reload the page"],
  ["NotFoundError", "the browser's database is not the one of this page"],
  ["TypeError", "this browser offers no storage here"],
  ["ReferenceError", "this browser offers no storage here"],
]);

/**
 * Why the store did not do what it was asked.
 * @param error - What went wrong.
 * @returns A few words, without a full stop.
 */
export function whyNot(error: unknown): string {
  if (error instanceof NoAnswer) return "the browser's storage does not answer";
  if (error instanceof LaterRecord)
    return `a later version of this page has kept it: ${error.message}`;
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  // Chromium gives what the user has blocked the name of any failure.
  const name = /denied permission/i.test(error.message) ? "SecurityError" : error.name;
  const words = (error.message || name).replace(/\.$/, "");
  return REASONS.get(name) ?? `the browser's storage failed: ${words}`;
}
