/*
 * Codes under which series are published, as their publishers describe them: FRED's series (fred.stlouisfed.org),
 * the H.15 release of the Federal Reserve, the indices of ICE and Bloomberg, and tickers of bond funds.
 */
import type { SeriesKind } from "./seriesKind";

/** What a family of codes holds. */
export interface Family {
  readonly codes: RegExp;
  readonly kind: SeriesKind;
  /** The unit in which the family is published, where it is always the same. */
  readonly unit?: "percent";
}

/** The first that fits counts. */
const FAMILIES: readonly Family[] = [
  // ICE BofA indices on FRED: effective yield, semiannual yield to worst, total return, else OAS.
  { codes: /^BAML[A-Z0-9]*(EY|SYTW|YTW)$/, kind: "yield", unit: "percent" },
  { codes: /^BAML[A-Z0-9]*(TRIV|TR|PRIV)$/, kind: "level" },
  { codes: /^BAML[A-Z0-9]+$/, kind: "spread", unit: "percent" },
  // Differences of yields: Treasury against Treasury, Moody's against Treasury or federal funds.
  { codes: /^T\d+Y(\d+[YM]|FF)M?$/, kind: "spread", unit: "percent" },
  { codes: /^D?(AAA|BAA)(10Y|FF)M?$/, kind: "spread", unit: "percent" },
  // Treasury yields and bills.
  { codes: /^(D|W|M)?GS\d+(MO|YR?)?$/, kind: "yield", unit: "percent" },
  { codes: /^[DWM]?(TB|FII|LTIIT)\d+(MO|MS|YR?|A)?$/, kind: "yield", unit: "percent" },
  { codes: /^(RIFL|RIFS|RMMP)[A-Z0-9]+([_.][A-Z.]+)?$/, kind: "yield", unit: "percent" },
  { codes: /^T\d+Y(IE|IFR)?M?$/, kind: "yield", unit: "percent" },
  { codes: /^BC_\d+(_\d+)?(MONTH|YEAR)(DISPLAY)?$/, kind: "yield", unit: "percent" },
  { codes: /^(USGG|GT|CT|H15T|USGGT|GSUSB?)\d+[A-Z]*$/, kind: "yield", unit: "percent" },
  // Money markets and mortgages.
  {
    codes: /^(DFF|FEDFUNDS|EFFR|OBFR|SOFR\w*|IORB|IOER|DPRIME|MPRIME|DPCREDIT)$/,
    kind: "yield",
    unit: "percent",
  },
  { codes: /^MORTGAGE\d+(US)?$/, kind: "yield", unit: "percent" },
  { codes: /^OBMMI[A-Z0-9]+$/, kind: "yield", unit: "percent" },
  { codes: /^(MTGEFNCL|MTGEGNSF|NMCMFUS|ILM3NAVG)$/, kind: "yield" },
  // Corporate yields: Moody's, the Treasury's high-quality market curve.
  { codes: /^D?(AAA|BAA)$/, kind: "yield", unit: "percent" },
  { codes: /^HQM[A-Z0-9]+$/, kind: "yield", unit: "percent" },
  // Bloomberg's bond indices: option-adjusted spread, yield to worst, total and excess return.
  { codes: /OAS$/, kind: "spread" },
  { codes: /^L[A-Z0-9]{2,6}(YW|YTW|YTM)$/, kind: "yield" },
  { codes: /^(L|I)[A-Z0-9]{3,7}(TR|ER|PR)(UU|UH|EU)?$/, kind: "level" },
  { codes: /^(SPX|NDX|RTY|DJIA|SP500|VIX(CLS)?|MOVE|WALCL)$/, kind: "level" },
];

/** Tickers of funds of bonds: prices, unless another word of the name says what of the fund it is. */
const FUNDS =
  /^(MBB|VMBS|SPMB|JMBS|LQD|VCIT|VCSH|VCLT|IGIB|IGSB|USIG|SPIB|AGG|BND|SCHZ|TLT|TLH|IEF|IEI|SHY|GOVT|VGIT|HYG|JNK|SPY)$/;

const codesOf = (name: string): string[] => {
  const upper = name.trim().toUpperCase();
  return [upper, ...upper.split(/[\s_,;:()[\]/=-]+/)];
};

/**
 * Whether a name is that of a fund.
 * @param name - A column's name.
 * @returns True when a ticker is in it.
 */
export const isFund = (name: string): boolean => codesOf(name).some((code) => FUNDS.test(code));

/**
 * The family that a name is of.
 *
 * @param name - A column's name: a code, alone or with other words.
 * @returns The family, or null when no part of the name is a code of one.
 */
export function familyOf(name: string): Family | null {
  const codes = codesOf(name);
  return FAMILIES.find((family) => codes.some((code) => family.codes.test(code))) ?? null;
}
