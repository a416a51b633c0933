import { poolModel, prepaymentRisk } from "../assumptions/poolAssumptions";
import { checkedPool } from "../calc/mortgage/pool";
import { mean } from "../calc/numeric/statistics";
import type { PricedPool } from "../calc/oas/couponStack";
import { poolOas, PoolMeasures } from "../calc/oas/poolOas";
import {
  dispersion,
  fitPrepaymentRisk,
  riskNeutral,
  type PrepaymentRiskFit,
} from "../calc/oas/prepaymentRisk";
import { caseRows } from "./excel/elementwise";
import { choice, optional, required } from "./excel/oneCell";
import { card, finiteCell, forExcel } from "./excel/results";
import { assumptionsTable } from "./terms/assumptionsTable";
import { curve as readCurve } from "./terms/curve";
import { onePool, poolPriceReader, stackArguments, type StackCase } from "./terms/poolTerms";

const inBp = (decimal: number) => decimal * 10_000;

/**
 * Option-adjusted spread of a pass-through with what is asked for the risk of its speeds taken out: the spread of MBSOAS with refinancing and turnover moved by the premiums prepayRisk.refinancing and prepayRisk.turnover, each dial × (1 + premium). After Levin and Davidson's idea of a prepayment-risk-adjusted spread (2005); multiples that do not change over time are this add-in's own. Without premiums it is MBSOAS. Beyond the curve's last tenor its last forward rate holds.
 * @customfunction PROAS
 * @param {any} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS, and the premiums. Defaults where omitted: premiums of 0.
 * @param {any} [field] "ALL" (default) for the card, or one measure: proas; oas by the dials as they are; premium, oas less proas, what is earned for the risk of speeds; all in basis points, continuous; effectiveDuration in years and effectiveConvexity in years² with the premiums held, and duration, MBSOAS's own.
 * @returns {any[][]} A card, or the one measure.
 */
export function proasCard(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  curve: any[][],
  assumptions?: any[][],
  field?: any,
): any[][] {
  return forExcel(() => {
    const entered = assumptionsTable(assumptions, "assumptions");
    const pool = onePool({ coupon, wac, wam, age });
    const model = poolModel(entered, pool, readCurve(curve, "curve"));
    const clean = required(price, "price", poolPriceReader);
    const own = new PoolMeasures(model, clean);
    const adjusted = new PoolMeasures(riskNeutral(model, prepaymentRisk(entered)), clean);
    return card(
      [
        ["proas", () => inBp(adjusted.oas)],
        ["oas", () => inBp(own.oas)],
        ["premium", () => inBp(own.oas - adjusted.oas)],
        ["effectiveDuration", () => adjusted.effective.duration],
        ["effectiveConvexity", () => adjusted.effective.convexity],
        ["duration", () => own.effective.duration],
      ],
      field,
    );
  });
}

/** Each takes some dozen valuations; more would keep a cell busy. */
const MOST_COUPONS = 12;
const OUTPUTS = [
  "parameters",
  "residuals",
  "prepayRisk.refinancing",
  "prepayRisk.turnover",
  "level",
  "dispersion",
] as const;

/**
 * What the prices of a stack of coupons say is asked for the risk of speeds: the premiums of refinancing and turnover at which the coupons' option-adjusted spreads differ least, by least squares around their mean. The result stands as an assumptions table that PROAS takes. After Levin and Davidson's idea (2005), who calibrate random factors; here each dial has one multiple, which is this add-in's own.
 * @customfunction PROASFIT
 * @param {any[][]} coupons Net coupons a year as decimals, one a row, 3 to 12.
 * @param {any[][]} prices Clean prices per 100; a row that lacks its price or another of its numbers is left out, and the note coupons counts the others.
 * @param {any[][]} wacs Rates of the loans as decimals, not below the coupons.
 * @param {any[][]} wams Months that are left.
 * @param {any[][]} ages Ages of the loans in months.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal. Beyond the last tenor its last forward rate holds.
 * @param {any[][]} [assumptions] The assumptions table: keys and values, as for MBSOAS. Its premium of turnover holds where the coupons do not tell it.
 * @param {any} [output] "parameters" (default): prepayRisk.refinancing and prepayRisk.turnover, then notes: held, level (mean spread with the premiums) and dispersion around it, dispersionBefore without them, in basis points, coupons. "residuals": rows of coupon, oas, proas and proas less the level. Or one of "prepayRisk.refinancing", "prepayRisk.turnover", "level", "dispersion".
 * @returns {any[][]} The parameters as keys and values, the residuals, or the one number.
 */
export function proasFitRows(
  coupons: any[][],
  prices: any[][],
  wacs: any[][],
  wams: any[][],
  ages: any[][],
  curve: any[][],
  assumptions?: any[][],
  output?: any,
): any[][] {
  return forExcel(() => {
    const entered = assumptionsTable(assumptions, "assumptions");
    const par = readCurve(curve, "curve");
    const wanted = optional(output, "output", choice(OUTPUTS), "parameters");
    const pools = caseRows<StackCase, PricedPool>(
      stackArguments({ coupons, prices, wacs, wams, ages }),
      MOST_COUPONS,
      (it) => {
        const pool = checkedPool({ coupon: it.coupons, wac: it.wacs, wam: it.wams, age: it.ages });
        const model = poolModel(entered, pool, par);
        // A price that no spread explains is refused with its row here, not after the fit.
        poolOas(model, it.prices);
        return { model, clean: it.prices };
      },
    ).filter((it): it is PricedPool => "model" in it);
    const fit = fitPrepaymentRisk(pools, prepaymentRisk(entered).turnover);
    if (wanted === "residuals") return residualRows(pools, fit);
    const { refinancing, turnover } = fit.risk;
    const level = inBp(mean(fit.proas));
    const spread = inBp(dispersion(fit.proas));
    if (wanted !== "parameters") {
      return card(
        [
          ["prepayRisk.refinancing", refinancing],
          ["prepayRisk.turnover", turnover],
          ["level", level],
          ["dispersion", spread],
        ],
        wanted,
      );
    }
    return card([
      ["prepayRisk.refinancing", refinancing],
      ["prepayRisk.turnover", turnover],
      ["# held", fit.held],
      ["# level", level],
      ["# dispersion", spread],
      ["# dispersionBefore", inBp(dispersion(fit.oas))],
      ["# coupons", pools.length],
    ]);
  });
}

function residualRows(pools: readonly PricedPool[], { oas, proas }: PrepaymentRiskFit): number[][] {
  const level = mean(proas);
  return pools.map(({ model }, i) => {
    const own = proas[i] as number;
    return [
      model.pool.coupon,
      ...[oas[i] as number, own, own - level].map((it) => finiteCell(inBp(it))),
    ];
  });
}
