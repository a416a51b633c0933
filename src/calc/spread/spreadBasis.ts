import { invalid } from "../errors";

/** The kinds of spread that a label may name. */
export const SPREAD_KINDS = ["nominal", "oas", "z", "g", "i", "asw", "adjusted"] as const;
/** The curves that a label may add. */
export const SPREAD_CURVES = ["treasury", "sofr", "swap"] as const;

/** What a spread is measured by: its kind, and the curve it is measured over when that is said. */
export interface SpreadBasis {
  readonly kind: (typeof SPREAD_KINDS)[number];
  readonly curve: (typeof SPREAD_CURVES)[number] | null;
}

/** Every label in its plain spelling: a kind, or a kind and a curve. */
const BASIS_BY_LABEL: ReadonlyMap<string, SpreadBasis> = new Map(
  SPREAD_KINDS.flatMap((kind) => [
    [kind as string, { kind, curve: null }],
    ...SPREAD_CURVES.map((curve): [string, SpreadBasis] => [`${kind} ${curve}`, { kind, curve }]),
  ]),
);

/**
 * Reads a basis label such as `oas` or `oas sofr`, in any case.
 *
 * @param label - The kind of spread, then a curve word if wanted.
 * @param argument - The argument's name, for the message.
 * @returns The kind and the curve (null when the label names none).
 * @throws CalcError `invalid` when a word is not in the lists.
 *
 * @example
 * spreadBasis("OAS sofr", "mbsBasis"); // => { kind: "oas", curve: "sofr" }
 */
export function spreadBasis(label: string, argument: string): SpreadBasis {
  const basis =
    BASIS_BY_LABEL.get(label) ??
    BASIS_BY_LABEL.get(label.trim().toLowerCase().replace(/\s+/g, " "));
  if (basis === undefined) {
    throw invalid(
      `${argument} is "${label}"; it must be one of ${SPREAD_KINDS.join(", ")}, with one of ${SPREAD_CURVES.join(", ")} after it where the curve matters`,
    );
  }
  return basis;
}

/**
 * Refuses two spreads that are not like for like.
 *
 * The sign of the gap depends on the measure: nominal 101 − 62 is +39 bp where the option-adjusted
 * 12 − 62 is −50 bp, so a nominal MBS spread less a corporate OAS says nothing.
 *
 * @param mbs - Basis of the MBS spread.
 * @param corporate - Basis of the corporate spread.
 * @throws CalcError `invalid` when kind or curve differ, or only one side names its curve.
 *
 * @example
 * requireSameBasis({ kind: "oas", curve: null }, { kind: "oas", curve: null }); // => undefined
 */
export function requireSameBasis(mbs: SpreadBasis, corporate: SpreadBasis): void {
  if (mbs.kind !== corporate.kind) {
    throw invalid(
      `mbsBasis is ${mbs.kind} but corporateBasis is ${corporate.kind}; a gap compares one kind of spread, or its sign means nothing`,
    );
  }
  if (mbs.curve !== corporate.curve) {
    throw invalid(
      `mbsBasis is over ${mbs.curve ?? "a curve it does not name"} but corporateBasis is over ${corporate.curve ?? "a curve it does not name"}; the difference would hold the spread between the curves`,
    );
  }
}
