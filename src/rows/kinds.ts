import { bonds } from "./bonds";
import type { Kind } from "./kind";
import { pools } from "./pools";
import { seriesOfPairs } from "./seriesOfPairs";

/** The kinds of jobs; a new one is a file beside these and a line here. */
export const KINDS: readonly Kind[] = [pools, bonds, seriesOfPairs];

/**
 * A kind of job.
 *
 * @param name - Its name.
 * @returns The kind, where there is one of that name.
 */
export const kindNamed = (name: string): Kind | undefined =>
  KINDS.find((kind) => kind.name === name);
