/* The versions of a workbook that are kept, and which of them stay. No save writes over another. */

/** A version, and how the store knows it. */
export interface Version {
  /** When it was kept, in milliseconds since 1970; 0 when that is not known. */
  readonly saved: number;
  /** When its workbook was begun: it is the same in all versions of one workbook. */
  readonly begun: number;
  /** The name of its workbook. */
  readonly name: string;
}

/** What the store knows a version by; the newest is the greatest. */
export type VersionKey = string | [saved: number, begun: number, name: string];

/** Where releases before versions kept the only one. */
const FIRST_KEY = "workbook";

/** What a workbook is called that came from no file. */
export const NEW_NAME = "Workbook";

const FIRST: Version = { saved: 0, begun: 0, name: NEW_NAME };

/**
 * What the store knows a version by.
 * @param version - The version.
 * @returns Its key.
 */
export const keyOf = (version: Version): VersionKey =>
  version.saved === 0 ? FIRST_KEY : [version.saved, version.begun, version.name];

/**
 * The version that a key stands for.
 * @param key - Any key of the store, or one that was written down as JSON.
 * @returns The version, or none: what is not ours is let be.
 */
export function versionOf(key: unknown): Version | undefined {
  if (key === FIRST_KEY) return FIRST;
  if (!Array.isArray(key) || key.length !== 3) return undefined;
  const [saved, begun, name] = key as unknown[];
  const isTime = (value: unknown) => typeof value === "number" && value >= 0;
  if (!isTime(saved) || saved === 0 || !isTime(begun) || typeof name !== "string") return undefined;
  return { saved, begun, name } as Version;
}

/** Whether two are the same version. */
export const isSame = (a: Version, b: Version): boolean =>
  a.saved === b.saved && a.begun === b.begun && a.name === b.name;

/** Versions by their time. */
export const newestFirst = (versions: readonly Version[]): readonly Version[] =>
  [...versions].sort((a, b) => b.saved - a.saved);

/** So many are kept beside the one that is shown. */
export const EARLIER = 5;
/** While one works on a workbook, its versions stay that are so far apart. */
const APART_MS = 10 * 60_000;

/**
 * The versions that stay: the one that is shown, the one before it, and of the others four. The last of
 * another workbook goes before any step of this one; of the steps, those go that are closest in age.
 *
 * @param versions - All, in any order.
 * @param now - The time, in milliseconds since 1970.
 * @returns Those that stay, the newest first.
 */
export function staying(versions: readonly Version[], now: number): readonly Version[] {
  const all = newestFirst(versions);
  const recent = all.slice(0, 2);
  const seen = new Set(recent.map(({ begun }) => begun));
  let stay = all.slice(2).map((version) => {
    const isLast = !seen.has(version.begun);
    seen.add(version.begun);
    return { version, isLast };
  });
  let before = -Infinity;
  // From the oldest on, so that what stays does not move when a newer one comes.
  stay = stay
    .reverse()
    .filter(({ version, isLast }) => {
      const stays = isLast || version.saved - before >= APART_MS;
      if (stays) before = version.saved;
      return stays;
    })
    .reverse();
  while (stay.length > EARLIER - 1) {
    const steps = stay.filter(({ isLast }) => !isLast);
    const gone = steps.length > 0 ? closest(steps, now) : stay.at(-1);
    stay = stay.filter((one) => one !== gone);
  }
  return [...recent, ...stay.map(({ version }) => version)];
}

/** The one whose neighbours are closest to each other in age; the oldest only when it is alone. */
function closest<T extends { readonly version: Version }>(steps: readonly T[], now: number): T {
  const age = (at: number) => now - (steps[at]?.version.saved ?? now);
  let [best, least] = [steps.length - 1, Infinity];
  for (let i = 0; i < steps.length - 1; i++) {
    const ratio = age(i + 1) / Math.max(1, age(i - 1));
    if (ratio < least) [best, least] = [i, ratio];
  }
  return steps[best] as T;
}
