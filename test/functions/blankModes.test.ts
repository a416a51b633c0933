import { answer } from "../support/errors";
import { SAMPLE_CALLS } from "../support/sampleCalls";
import { worksheetFunctions } from "../support/worksheetFunctions";

/*
 * Newer Excel hands a blank cell over as null, older desktops as 0, and nobody can tell that 0
 * from a 0 that was typed. Where 0 is impossible both mean the default; where 0 is a value the two
 * differ, and this list says so. It grows only with a reason.
 */
const MAY_DIFFER = new Map([
  ["SPREADGAP mbs", "a spread of 0 is a spread"],
  ["SPREADGAP corporate", "a spread of 0 is a spread"],
  ["SPREADGAP method", "0 is no word: refused by name"],
  ["SPREADGAP mbsBasis", "0 is no word: refused by name"],
  ["SPREADGAP corporateBasis", "0 is no word: refused by name"],
  ["ZSCORE history", "a gap of 0 is a gap"],
  ["ZSCORE method", "0 is no word: refused by name"],
  ["PCTRANK history", "a gap of 0 is a gap"],
  ["PCTRANK value", "the rank of 0 can be asked"],
  ["PCTRANK method", "0 is no word: refused by name"],
  ["TOTALRETURN startPrice", "a blank price is #N/A, a price of 0 is refused"],
  ["TOTALRETURN endPrice", "a blank price is #N/A, a price of 0 is refused"],
  ["TOTALRETURN output", "0 is no word: refused by name"],
  ["REALVOL series", "a gap of 0 is a gap"],
  ["SPREADBETA mbs", "a spread of 0 is a spread"],
  ["SPREADBETA corporate", "a spread of 0 is a spread"],
  ["HALFLIFE series", "a gap of 0 is a gap"],
  ["HALFLIFE corrected", "0 is FALSE, a blank is TRUE"],
  ["OUFIT series", "a gap of 0 is a gap"],
  ["OUFORECAST x0", "a blank gap is #N/A, 0 is a gap"],
  ["OUFORECAST theta", "a blank level is #N/A, 0 is a level"],
  ["OUFORECAST halfLife", "a blank half-life is #N/A, 0 is refused"],
  ["OUFORECAST sigma", "a blank volatility is #N/A, 0 is one"],
  ["OUFORECAST horizon", "a blank horizon is #N/A, 0 is now"],
  ["UNITROOT series", "a gap of 0 is a gap"],
  ["UNITROOT lags", "0 lags are a choice, a blank is 1"],
  ["BREAKTEST series", "a gap of 0 is a gap"],
  ["BREAKTEST robust", "0 is FALSE, a blank is TRUE"],
  ["BENCHYIELD years", "a blank tenor is #N/A, 0 is refused"],
  ["BENCHYIELD curve", "a blank yield is #N/A, 0 is a yield"],
  ["BENCHYIELD method", "0 is no word: refused by name"],
  ["GSPREAD yld", "a blank yield is #N/A, 0 is a yield"],
  ["GSPREAD years", "a blank tenor is #N/A, 0 is refused"],
  ["GSPREAD curve", "a blank yield is #N/A, 0 is a yield"],
  ["BLENDSPREAD yld", "a blank yield is #N/A, 0 is a yield"],
  ["BLENDSPREAD curve", "a blank yield is #N/A, 0 is a yield"],
  ["BLENDSPREAD shortWeight", "a weight of 0 is a weight"],
  ["CONVEXITYCOST convexity", "a convexity of 0 is one"],
  ["CONVEXITYCOST volBp", "a volatility of 0 is one"],
  ["BREAKEVENWIDENING spread", "a spread of 0 is a spread"],
  ["BREAKEVENWIDENING duration", "a blank duration is #N/A, 0 is refused"],
  ["BREAKEVENWIDENING aged", "0 is FALSE, a blank is TRUE"],
  ["DTS duration", "a duration of 0 is one"],
  ["DTS spread", "a spread of 0 is a spread"],
  ["DTS weights", "a weight of 0 is a weight"],
  ["EXPECTEDLOSS pd", "a probability of 0 is one"],
  ["EXPECTEDLOSS lossGivenDefault", "a loss of 0 is one"],
  ["CAPITALCOST riskWeight", "a risk weight of 0 is Ginnie Mae's"],
  ["CAPITALCOST capitalRatio", "a ratio of 0 is one"],
  ["CAPITALCOST hurdle", "a rate of 0 is a rate"],
  ["CAPITALCOST funding", "a rate of 0 is a rate"],
  ["ADJSPREAD spread", "a spread of 0 is a spread"],
  ["HISTORY values", "a gap of 0 is a gap"],
  ["ROTATIONSIGNAL gapHistory", "a gap of 0 is a gap"],
  ["ROTATIONSIGNAL adjustedGap", "a risk-adjusted gap of 0 is one"],
  ["ROTATIONSIGNAL duration", "0 is refused, a blank is the assumption"],
  ["ROTATIONSIGNAL assumptions", "0 is no key: refused by name"],
  ["ROTATIONSIGNAL output", "0 is no word: refused by name"],
  ["ROTATIONSIGNAL asOf", "0 is no date: refused"],
  ["HYSTERESIS enter", "0 is a threshold"],
  ["SWITCHEDGE gap", "a gap of 0 is a gap"],
  ["SWITCHEDGE fair", "a gap of 0 is a gap"],
  ["SWITCHEDGE halfLife", "a blank half-life is #N/A, 0 is refused"],
  ["SWITCHEDGE gapVol", "a volatility of 0 is one"],
  ["SWITCHEDGE duration", "a blank duration is #N/A, 0 is refused"],
  ["SWITCHEDGE carryBp", "a carry of 0 is one"],
  ["SWITCHEDGE costBp", "a cost of 0 is one"],
  ["SWITCHEDGE horizon", "a blank horizon is #N/A, 0 is refused"],
  ["GAPRECEIPT assumptions", "0 is no key: refused by name"],
  ["GAPRECEIPT gapHistory", "a gap of 0 is a gap"],
  ["ALIGN valuesA", "a spread of 0 is a spread"],
  ["ALIGN valuesB", "a spread of 0 is a spread"],
  ["ALIGN how", "0 is no word: refused by name"],
  ["ALIGN maxStaleDays", "0 days can be asked: values of the same day only"],
  ["TIGHTESTSINCE side", "0 is no word: refused by name"],
  ["TIGHTESTSINCE output", "0 is no word: refused by name"],
  ["CLAIMCHECK values", "a gap of 0 is a gap"],
  ["CLAIMCHECK side", "a blank side is #N/A, 0 is no word: refused by name"],
  ["CHAINRETURN returns", "a return of 0 is a return"],
  ["HORIZONRETURN yld", "a yield of 0 is a yield"],
  ["HORIZONRETURN duration", "a duration of 0 is a duration"],
  ["HORIZONRETURN horizon", "a horizon of 0 is at once"],
  ["HORIZONRETURN spreadDuration", "a Treasury has a spread duration of 0"],
  ["HORIZONRETURN aged", "0 is FALSE"],
  ["CHECKINPUTS kind", "a blank kind is #N/A, 0 is no word: refused by name"],
  ["ASSUMPTION assumptions", "0 is no key: refused by name"],
  ["ASSUMPTION key", "a blank key is #N/A, 0 is refused"],
  ["SELFTEST field", "0 is no word: refused by name"],
]);

it("a blank cell means the same in both modes, but for the listed arguments", async () => {
  const differing: string[] = [];
  for (const { id, parameters, call } of await worksheetFunctions()) {
    const { valid } = SAMPLE_CALLS.get(id) ?? { valid: [] };
    parameters.forEach(({ name, dimensionality }, k) => {
      const withBlank = (blank: unknown) => {
        const args = [...valid];
        const given = args[k];
        const several = Array.isArray(given) && given.length > 1 && dimensionality === "matrix";
        args[k] = several
          ? [...(given.slice(0, -1) as unknown[][]), (given.at(-1) as unknown[]).map(() => blank)]
          : dimensionality === "matrix"
            ? [[blank]]
            : blank;
        return JSON.stringify(answer(() => call(...args)));
      };
      if (withBlank(null) !== withBlank(0)) differing.push(`${id} ${name}`);
    });
  }
  expect(differing.sort()).toEqual([...MAY_DIFFER.keys()].sort());
});
