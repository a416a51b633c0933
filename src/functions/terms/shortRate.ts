import { readRate } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";
import { hullWhite, type ShortRate } from "../../calc/rates/hullWhite";
import { rate, type Rate } from "../../calc/units";
import type { Argument } from "../excel/grid";
import { choice, optional, type Reader } from "../excel/oneCell";

/**
 * What a volatility is of.
 *
 * - `hw`: of the short rate, absolute, with mean reversion (Hull and White);
 * - `normal`: of yields, absolute, the same for all maturities: the short rate without reversion (Ho
 *   and Lee);
 * - `lognormal`: of yields, relative to them: the short rate's logarithm without reversion (Kalotay,
 *   Williams and Fabozzi), or with it (Black and Karasinski).
 */
const VOLATILITY_KINDS = ["hw", "normal", "lognormal"] as const;
type VolatilityKind = (typeof VOLATILITY_KINDS)[number];

const BOUNDS: Readonly<Record<VolatilityKind, readonly [least: number, most: number, it: string]>> =
  {
    hw: [0.0005, 0.05, "of the short rate from 0.0005 to 0.05 a year, such as 0.0085 for 85 bp"],
    normal: [0.0005, 0.05, "of yields from 0.0005 to 0.05 a year, such as 0.0085 for 85 bp"],
    lognormal: [0.01, 2, "relative to yields from 0.01 to 2 a year, such as 0.22 for 22%"],
  };

/** Reader of a volatility: none at all is no option, so a 0 is refused and not taken for one. */
const volatilityReader =
  (kind: VolatilityKind): Reader<Rate> =>
  (written, where) => {
    // A relative volatility can be above 100%, where a rate would be a slip.
    const isRelative = kind === "lognormal" && typeof written === "number";
    const volatility = isRelative ? rate(written) : readRate(written, where);
    const [least, most, it] = BOUNDS[kind];
    if (volatility >= least && volatility <= most) return volatility;
    const other =
      kind !== "lognormal" && volatility > most ? '; volKind "lognormal" takes 0.22' : "";
    throw invalid(`${where} is ${volatility}; it must be a volatility ${it}${other}`);
  };

/**
 * Reads the model of the short rate.
 *
 * @param hwVol - As Excel hands it over.
 * @param hwMeanReversion - As Excel hands it over.
 * @param volKind - As Excel hands it over.
 * @returns The model.
 * @throws CalcError `missing` when a lognormal volatility is left out: none is the market's habit.
 */
export function shortRateArguments(
  hwVol: Argument,
  hwMeanReversion: Argument,
  volKind: Argument,
): ShortRate {
  const kind = optional(volKind, "volKind", choice(VOLATILITY_KINDS), "hw");
  const reader = volatilityReader(kind);
  const reversion = rate(kind === "hw" ? 0.03 : 0);
  const meanReversion = optional(hwMeanReversion, "hwMeanReversion", readRate, reversion);
  if (kind !== "lognormal") {
    return hullWhite(optional(hwVol, "hwVol", reader, rate(0.0085)), meanReversion);
  }
  const volatility = optional(hwVol, "hwVol", reader, null);
  if (volatility === null) {
    throw missing('hwVol is blank; give a volatility where volKind is "lognormal", such as 0.22');
  }
  return { ...hullWhite(0, meanReversion), volatility, isLognormal: true };
}
