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
