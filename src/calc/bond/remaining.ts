import {
  accruedDays,
  accruedPeriods,
  couponDate,
  couponNumber,
  excelAccruedDays,
  periodDays,
} from "../date/couponGrid";
import { isoFromSerial, packedDay, serialOfPacked } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial } from "../units";
import type { Bond, GridConvention } from "./bond";
import { excelOddFirst, excelOddLast, type ExcelOdd } from "./excelOdd";

/**
 * What a bond still pays, in a form that has a closed present value: coupons one period apart, the
 * first at any distance and of any size, and a final payment. Times are coupon periods, amounts per
 * 100 of face value.
 *
 * Interest is simple from settlement to `simpleTime` and compounds from there; the other times
 * count from there too.
 *
 * One object is filled again and again, so that a loop over bonds allocates nothing.
 */
export class Remaining {
  /** Coupons a year. */
  frequency = 0;
  /** Accrued interest. */
  accrued = 0;
  /** Periods of simple interest; 0 where all interest compounds. */
  simpleTime = 0;
  /** Coupons on the grid that are still to come. */
  count = 0;
  /** Time of the first of them. */
  firstTime = 0;
  /** The first of them. */
  firstCoupon = 0;
  /** Each coupon after it. */
  coupon = 0;
  /** Time of the final payment. */
  finalTime = 0;
  /** The redemption, with the last coupon where its period is odd. */
  finalAmount = 0;

  /** What the first coupon has over a regular one; nothing where no coupon is left on the grid. */
  get firstExtra(): number {
    return this.count === 0 ? 0 : this.firstCoupon - this.coupon;
  }

  /**
   * Reads a bond's terms at a settlement day.
   *
   * @param bond - The bond.
   * @param settlement - A day before maturity.
   * @param convention - How a yield discounts.
   * @throws CalcError `invalid` when days are out of order, or a first coupon is not on the grid.
   */
  fill(bond: Bond, settlement: DaySerial, convention: GridConvention): void {
    const { maturity, frequency, basis, lastCoupon, firstCoupon } = bond;
    if (!(settlement < maturity)) throw notBefore("settlement", settlement, "maturity", maturity);
    if (lastCoupon !== null && !(lastCoupon < maturity)) {
      throw notBefore("lastCoupon", lastCoupon, "maturity", maturity);
    }
    const isExcel = convention === "excel";
    if (isExcel && this.fillAsExcelDoesOdd(bond, settlement)) return;
    const day = packedDay(settlement);
    const anchor = packedDay(lastCoupon ?? maturity);
    const number = couponNumber(anchor, frequency, day);
    const previous = couponDate(anchor, frequency, number);
    const next = basis === 0 || basis === 4 ? 0 : couponDate(anchor, frequency, number + 1);
    const days = (isExcel ? excelAccruedDays : accruedDays)(basis, previous, day);
    const share = days / periodDays(basis, frequency, previous, next);

    this.frequency = frequency;
    this.coupon = (100 * bond.coupon) / frequency;
    this.firstCoupon = this.coupon;
    this.accrued = this.coupon * share;
    this.count = Math.max(0, -number);
    this.firstTime = 1 - share;
    if ((basis === 2 || basis === 3) && !isExcel) {
      // Interest by 360 or 365 days a year, discounting by the share of the period that is left.
      const end = serialOfPacked(next);
      this.firstTime = (end - settlement) / (end - serialOfPacked(previous));
    }
    if (firstCoupon !== null && settlement < firstCoupon) {
      this.takeOddFirst(bond, firstCoupon, anchor, settlement);
    }
    this.finalTime = this.firstTime + this.count - 1;
    this.finalAmount = bond.redemption;
    if (lastCoupon !== null) this.takeOddLast(bond, anchor, day, number);
    this.splitSimple(convention, this.count + (lastCoupon === null ? 0 : 1));
  }

  /** Fills in Excel's way for odd periods; false where there is none. */
  private fillAsExcelDoesOdd(bond: Bond, settlement: DaySerial): boolean {
    if (bond.lastCoupon !== null) {
      const { accrued, interest, time } = excelOddLast(bond, bond.lastCoupon, settlement);
      this.takeExcel(bond, { accrued, firstCoupon: 0, firstTime: 0, count: 0 });
      this.finalAmount = bond.redemption + this.coupon * interest;
      this.simpleTime = time;
      this.finalTime = 0;
      return true;
    }
    if (bond.firstCoupon === null || settlement >= bond.firstCoupon) return false;
    this.takeExcel(bond, excelOddFirst(bond, bond.firstCoupon, settlement));
    this.finalAmount = bond.redemption;
    this.simpleTime = 0;
    this.finalTime = this.firstTime + this.count - 1;
    return true;
  }

  private takeExcel(bond: Bond, odd: ExcelOdd): void {
    this.frequency = bond.frequency;
    this.coupon = (100 * bond.coupon) / bond.frequency;
    this.accrued = this.coupon * odd.accrued;
    this.firstCoupon = this.coupon * odd.firstCoupon;
    this.firstTime = odd.firstTime;
    this.count = odd.count;
  }

  /** The first coupon pays for the time from issue; dates of the grid before it pay nothing. */
  private takeOddFirst(
    bond: Bond,
    firstCoupon: DaySerial,
    anchor: number,
    settlement: DaySerial,
  ): void {
    const { issue, frequency, basis } = bond;
    if (issue === null) {
      throw invalid(
        `issue is missing; a first coupon on ${isoFromSerial(firstCoupon)} needs the day from which interest accrues`,
      );
    }
    if (!(issue < firstCoupon)) throw notBefore("issue", issue, "firstCoupon", firstCoupon);
    if (settlement < issue) {
      throw invalid(
        `settlement is ${isoFromSerial(settlement)}, before issue, ${isoFromSerial(issue)}; it must be that day or later`,
      );
    }
    const first = couponNumber(anchor, frequency, packedDay(firstCoupon));
    const onGrid = serialOfPacked(couponDate(anchor, frequency, first));
    if (onGrid !== firstCoupon || first > 0) {
      throw invalid(
        `firstCoupon is ${isoFromSerial(firstCoupon)}; it must be a coupon date counted back from maturity, such as ${isoFromSerial(onGrid)}`,
      );
    }
    const periods = (to: DaySerial) =>
      accruedPeriods(anchor, frequency, basis, packedDay(issue), packedDay(to));
    const skipped = first + this.count - 1;
    const [whole, past] = [periods(firstCoupon), periods(settlement)];
    this.count -= skipped;
    // The days of 30/360 do not add up across a settlement on a 31st: all are counted from issue.
    this.firstTime = basis === 0 ? whole - past : this.firstTime + skipped;
    this.firstCoupon = this.coupon * whole;
    this.accrued = this.coupon * past;
  }

  /** The last coupon comes with the redemption, off the grid. */
  private takeOddLast(bond: Bond, anchor: number, day: number, number: number): void {
    const { frequency, basis } = bond;
    const periods = (to: number) => accruedPeriods(anchor, frequency, basis, anchor, to);
    const last = periods(packedDay(bond.maturity));
    this.finalAmount += this.coupon * last;
    if (number < 0) {
      this.finalTime += last;
      return;
    }
    // Settlement lies in the odd last period itself.
    this.accrued = this.coupon * periods(day);
    this.finalTime = last - periods(day);
  }

  /** Counts times from where interest begins to compound. */
  private splitSimple(convention: GridConvention, payments: number): void {
    this.simpleTime = 0;
    const time = this.count > 0 ? this.firstTime : this.finalTime;
    if (payments === 1 && convention !== "compounded") this.simpleTime = time;
    else if (convention === "treasury") this.simpleTime = time - Math.ceil(time) + 1;
    this.firstTime -= this.simpleTime;
    this.finalTime -= this.simpleTime;
  }
}

const notBefore = (name: string, day: DaySerial, otherName: string, other: DaySerial) =>
  invalid(
    `${name} is ${isoFromSerial(day)}, not before ${otherName}, ${isoFromSerial(other)}; it must be an earlier day`,
  );
