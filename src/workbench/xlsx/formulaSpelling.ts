/*
 * How formulas are spelled in .xlsx files. Excel stores a function of an add-in as a user-defined one
 * (`_xldudf_RV_NAME`), and functions newer than the file format with a prefix. What Excel really writes
 * for an add-in's function has not been checked with an Excel at hand: all known spellings are read.
 */

/** Functions that came after the file format: without the prefix Excel shows #NAME? for them. */
const NEWER = new Set(
  `ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND FILTER FORECAST.LINEAR HSTACK IFNA
   IFS ISOMITTED LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.SNGL NORM.DIST NORM.INV NORM.S.DIST
   NORM.S.INV PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC
   RANDARRAY RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SORT SORTBY STDEV.P STDEV.S SWITCH T.DIST T.INV
   TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK
   WRAPCOLS WRAPROWS XLOOKUP XMATCH`.split(/\s+/),
);

/** A name before a bracket; the texts and quoted sheet names between are left alone. */
const CALL = /("(?:[^"]|"")*"|'(?:[^']|'')*')|([A-Z_][A-Z0-9_.]*)(?=\()/gi;

const eachCall = (formula: string, spell: (name: string) => string): string =>
  formula.replace(CALL, (all: string, quoted: string | undefined, name: string | undefined) =>
    quoted === undefined && name !== undefined ? spell(name) : all,
  );

/**
 * A formula as the file holds it.
 *
 * @param formula - As a cell shows it, with its equals sign.
 * @returns Without the equals sign; `RV.X(` is `_xldudf_RV_X(`.
 */
export const spelledForFile = (formula: string): string =>
  eachCall(formula.replace(/^=/, ""), (name) => {
    const upper = name.toUpperCase();
    if (upper.startsWith("RV.")) return `_xldudf_RV_${upper.slice(3)}`;
    if (upper === "FILTER" || upper === "SORT") return `_xlfn._xlws.${upper}`;
    return NEWER.has(upper) ? `_xlfn.${upper}` : name;
  });

const OUR_SPELLINGS = /^(?:_xldudf[_.])?RV[_.](.+)$/i;
const PREFIXES = /^(_xlfn\.|_xlws\.|_xludf\.)+/i;

/**
 * A formula as a cell shows it.
 *
 * @param stored - As a file holds it, without the equals sign.
 * @returns With the equals sign.
 */
export const spelledForCell = (stored: string): string =>
  `=${eachCall(stored, (name) => {
    const plain = name.replace(PREFIXES, "");
    const ours = OUR_SPELLINGS.exec(plain)?.[1];
    return ours === undefined ? plain : `RV.${ours.toUpperCase()}`;
  })}`;

/**
 * Why a formula of a stranger's file is not taken over; its last value is.
 *
 * @param stored - As the file holds it.
 * @returns "another workbook", "a program (DDE)", or null when it is an ordinary formula.
 */
export function refusedReference(stored: string): string | null {
  const bare = stored.replace(/"(?:[^"]|"")*"/g, '""');
  if (/\[[^\]]*\]/.test(bare)) return "another workbook";
  if (/(^|[=(,+\-*/&\s])[A-Z_][\w.]*\|/i.test(bare) || /'[^']*\|[^']*'!/.test(bare)) {
    return "a program (DDE)";
  }
  return null;
}
