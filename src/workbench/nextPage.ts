/* What a page leaves for the page that is loaded in its place, in the same tab. */
import { versionOf, keyOf, type Version } from "./store/versions";

/** What is left. */
export interface NextPage {
  /** It takes the workbook over. */
  readonly takeOver?: boolean;
  /** What it says first. */
  readonly said?: string;
  /** What it can go back to. */
  readonly undo?: Version;
}

const KEY = "rotation-next-page";

/**
 * Leaves something for the next page.
 * @param next - What is left.
 */
export function leaveForNext({ undo, ...rest }: NextPage): void {
  const key = undo && keyOf(undo);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(key === undefined ? rest : { ...rest, undo: key }));
  } catch {
    // A browser that blocks storage: the next page says nothing of it.
  }
}

/**
 * Takes what the page before left.
 * @returns It; nothing the second time.
 */
export function takeFromLast(): NextPage {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const { takeOver, said, undo } = JSON.parse(text ?? "{}") as Record<string, unknown>;
    const version = versionOf(undo);
    return {
      takeOver: takeOver === true,
      ...(typeof said === "string" ? { said } : {}),
      ...(version === undefined ? {} : { undo: version }),
    };
  } catch {
    return {};
  }
}
