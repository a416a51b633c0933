/** Worked numbers of earlier versions that changed: what, before, now, why. */
export const CHANGED_NUMBERS: readonly (readonly [string, string, string, string])[] = [
  [
    "ROTATIONSIGNAL(G, −39.4, 5.6, assumed, confidence)",
    ".56",
    ".83",
    "judged on risk-adjusted carry, which is given: Φ(46.02 / 47.36); nominal carry still has .557",
  ],
  [
    "P(win) on the proxies, December 2014",
    ".597",
    ".554",
    "integrated over level, reversion and volatility of all rows, no reversion included",
  ],
  [
    "P(win) on the proxies, June 2003, December 2008, May 2013",
    "#N/A",
    ".680, .660, .631",
    "P needs no half-life of its own; the gate still holds the call",
  ],
  [
    "fair gap in the detail of ROTATIONSIGNAL",
    "mean of the look-back",
    "level by generalised least squares",
    "the level that the probability reverts to, with its standard error",
  ],
  [
    "SHARPECI and BOOTCI, 95% interval",
    "held 85% to 90% (mean, independent), 66% to 78% (AR .85)",
    "holds 93% to 97%",
    "studentised bootstrap of an autoregression in place of percentiles of blocks of 12 rows",
  ],
  [
    "PBO of 3 strategies of noise",
    ".69",
    ".50",
    "a rank in the middle, which an odd number of strategies has, counts half",
  ],
];
