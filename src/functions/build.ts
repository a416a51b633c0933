/* What the bundler knows of this build; each name is replaced by its text (src/build). */
declare const RV_VERSION: string;
declare const RV_BUILD: string;
declare const RV_CALC_HASH: string;

/** The version in package.json and manifest.xml. */
export const VERSION = RV_VERSION;
/** "development" or "production". */
export const BUILD = RV_BUILD;
/** The first digits of a SHA-256 over the calculation module's sources: which formulas these are. */
export const CALC_HASH = RV_CALC_HASH;
