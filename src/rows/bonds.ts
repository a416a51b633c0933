/* Bonds: one row a bond, as BONDPRICE, BONDYIELD, BONDRISK, BONDSPREAD and BONDOAS answer it. */
import { readPrice, readRate } from "../assumptions/humanValues";
import type { BondRisk } from "../calc/bond/bond";
import { bondYield } from "../calc/bond/price";
import { bondRisk } from "../calc/bond/risk";
import type { ParCurve } from "../calc/curve/parCurve";
import { invalid, missing } from "../calc/errors";
import { BOND_SPREADS, bondSpread, datedCurve, type DatedCurve } from "../calc/spread/bondSpread";
import { price, type DaySerial, type Price, type Rate } from "../calc/units";
import { oneCase } from "../functions/excel/elementwise";
import { optional } from "../functions/excel/oneCell";
import { finiteCell } from "../functions/excel/results";
import { bondArguments, type SettledBond } from "../functions/terms/bondTerms";
import { curve as readCurve } from "../functions/terms/curve";
import type { Answers } from "./answers";
import { CALL_TERMS, CallableRow, type CallMeasure, CALL_MEASURES } from "./callableRow";
import { cellAt, type Calculation, type Kind, type Settings, type TermRows } from "./kind";
import { measuredRows, type Field } from "./measuredRows";

/** BONDRISK's measures, under its names. */
const RISKS = ["clean", "accrued", "dirty", "macaulay", "modified", "convexity", "dv01"] as const;

const NEEDED = ["settlement", "maturity", "coupon"] as const;
const OPTIONAL = [
  ...["price", "yld", "redemption", "frequency", "basis", "issue", "firstCoupon"],
  ...["convention", "lastCoupon", ...CALL_TERMS],
];
const OF_CURVE: readonly string[] = [...BOND_SPREADS, ...CALL_MEASURES];

/** A bond of a row, at its price or its yield; the rest is calculated when it is first asked for. */
class PricedRow {
  private knownYield: Rate | null;
  private knownRisk?: BondRisk;
  private knownCallable?: CallableRow;

  constructor(
    private readonly bond: SettledBond,
    private readonly given: Price | null,
    yld: Rate | null,
    private readonly callable: (bond: SettledBond, clean: Price) => CallableRow,
  ) {
    this.knownYield = yld;
  }

  get yield(): Rate {
    const { settlement, convention } = this.bond;
    return (this.knownYield ??= bondYield(this.bond, settlement, this.given as Price, convention));
  }

  get risk(): BondRisk {
    const { settlement, convention } = this.bond;
    return (this.knownRisk ??= bondRisk(this.bond, settlement, this.yield, convention));
  }

  spread(type: (typeof BOND_SPREADS)[number], curveOn: (day: DaySerial) => DatedCurve): number {
    this.requirePlain();
    return bondSpread(this.bond, this.clean, curveOn(this.bond.settlement), type);
  }

  callMeasure(name: CallMeasure): number {
    this.requirePlain();
    this.knownCallable ??= this.callable(this.bond, this.clean);
    return this.knownCallable.measure(name);
  }

  private get clean(): Price {
    return this.given ?? price(this.risk.clean);
  }

  /** The worksheet's spreads know no odd periods: they are not answered as if there were none. */
  private requirePlain(): void {
    const { redemption, issue, firstCoupon, lastCoupon } = this.bond;
    const odd = Object.entries({ issue, firstCoupon, lastCoupon }).find(([, day]) => day !== null);
    if (odd !== undefined) {
      throw invalid(`${odd[0]} is given; it must be blank for spreads, which know no odd periods`);
    }
    if (Number(redemption) !== 100) {
      throw invalid(`redemption is ${redemption}; it must be 100 or blank for spreads`);
    }
  }
}

/** Bonds at their prices or yields. */
export const bonds: Kind = {
  name: "bonds",
  terms: new Map([...NEEDED, ...OPTIONAL].map((term) => [term, NEEDED.includes(term as "coupon")])),
  fields: ["yield", ...RISKS, ...OF_CURVE],
  usualFields: ["yield", "clean", "accrued", "modified", "convexity", "dv01"],
  prepare: (settings) => new BondCalculation(settings),
};

class BondCalculation implements Calculation {
  readonly columns: readonly Field<PricedRow>[];
  private readonly curves = new Map<DaySerial, DatedCurve>();
  private readonly par: ParCurve | null;

  constructor({ fields, curve }: Settings) {
    const needsCurve = fields.some((field) => OF_CURVE.includes(field));
    this.par = needsCurve || curve !== null ? readCurve(curve, "curve") : null;
    this.columns = fields.map((name) => ({
      name,
      type: "number",
      of: (it) => finiteCell(this.measure(it, name)),
    }));
  }

  answer(rows: TermRows): Answers {
    return measuredRows(rows.rows, null, this.columns, (row) => this.priced(rows, row));
  }

  private measure(bond: PricedRow, name: string): number {
    const spread = BOND_SPREADS.find((type) => type === name);
    if (spread !== undefined) return bond.spread(spread, (day) => this.curveOn(day));
    const call = CALL_MEASURES.find((measure) => measure === name);
    if (call !== undefined) return bond.callMeasure(call);
    return name === "yield" ? bond.yield : bond.risk[name as (typeof RISKS)[number]];
  }

  private priced(rows: TermRows, row: number): PricedRow {
    const cell = (term: string): unknown => cellAt(rows, term, row);
    const bond = oneCase<SettledBond>(
      bondArguments(cell("settlement"), cell("maturity"), cell("coupon"), {
        redemption: cell("redemption"),
        frequency: cell("frequency"),
        basis: cell("basis"),
        issue: cell("issue"),
        firstCoupon: cell("firstCoupon"),
        convention: cell("convention"),
        lastCoupon: cell("lastCoupon"),
      }),
      "a row is",
    );
    const clean = optional(cell("price"), "price", readPrice, null);
    const yld = optional(cell("yld"), "yld", readRate, null);
    if (clean === null && yld === null) throw missing("price and yld are blank; give one of them");
    if (clean !== null && yld !== null) {
      throw invalid(`price is ${clean} and yld ${yld}; one of them must be blank`);
    }
    return new PricedRow(
      { ...bond },
      clean,
      yld,
      (it, at) => new CallableRow(it, at, this.par as ParCurve, cell),
    );
  }

  /** Bonds of one settlement day share a curve; there may be as many days as rows. */
  private curveOn(day: DaySerial): DatedCurve {
    const known = this.curves.get(day);
    if (known !== undefined) return known;
    if (this.curves.size >= MOST_CURVES) this.curves.clear();
    const made = datedCurve(this.par as ParCurve, day);
    this.curves.set(day, made);
    return made;
  }
}

const MOST_CURVES = 500;
