import { serialOf } from "../../src/calc/date/serial";
import { BASE_CURVE, SERIES_G, SERIES_S } from "../../src/functions/selfTest/workedSeries";
import { tightestSinceCells } from "../../src/functions/historyDates";
import {
  halfLifeCell,
  ouFitCard,
  ouForecastCard,
  realVolCell,
} from "../../src/functions/meanReversion";
import { chainReturnCell, periodReturnCell } from "../../src/functions/periodReturns";
import { rotationSignalCells, switchEdgeCard } from "../../src/functions/signal";
import { blendSpreadCells } from "../../src/functions/spread";
import { column } from "../support/series";

/*
 * Pitfall 23: monthly yields beside semiannual ones, months beside years, days beside business
 * days. Right are the method notes' numbers; each wrong variant misses the same expectation.
 */

const named = (rows: any[][], name: string) => rows.find(([it]) => it === name)?.[1] as number;
const S = column(...SERIES_S) as any[][];

/** Holds for the right number, and not for the wrong one, which is off by at least so much. */
function onlyTheRightOne(right: number, wrong: number, expectation: (it: number) => void): void {
  expectation(right);
  expect(() => {
    expectation(wrong);
  }).toThrow();
}

describe("a mortgage yield", () => {
  it("of 4.981% a month's compounding is 5.033% as bonds quote it, 5 bp more spread (the wrong variant fails)", () => {
    // Interpolated at par between 4.5 at 97.60, 5.0 at 99.75 and 5.5 at 101.35.
    const monthly = 0.049811;
    const asBondsQuote = 2 * ((1 + monthly / 12) ** 6 - 1);
    const spread = (yld: number) => blendSpreadCells([[yld]], BASE_CURVE)[0]?.[0] as number;
    expect((100 * asBondsQuote).toFixed(3)).toBe("5.033");
    expect(spread(asBondsQuote) - spread(monthly)).toBeGreaterThan(5);
    onlyTheRightOne(spread(asBondsQuote), spread(monthly), (it) => {
      expect(it).toBeCloseTo(100.8, 1);
    });
  });
});

describe("months and years", () => {
  it("of a forecast: half-life in months, horizon in years (the wrong variant fails)", () => {
    const forecast = (halfLife: number, horizon: number) =>
      named(ouForecastCard(39, 55, halfLife, 14, horizon), "mean");
    // Half a year taken for half a month, and for six years.
    for (const wrong of [forecast(8, 0.5 / 12), forecast(8, 6)]) {
      onlyTheRightOne(forecast(8, 0.5), wrong, (it) => {
        expect(it).toBeCloseTo(45.49, 2);
      });
    }
  });

  it("of a switch: the carry is a year's, the half-life is months' (the wrong variant fails)", () => {
    const edge = (halfLife: number, carry: number) =>
      named(switchEdgeCard(39, 55, halfLife, 14, 5.6, carry, 10, 0.5), "edge");
    for (const wrong of [edge(8 / 12, 39), edge(8, 39 / 12)]) {
      onlyTheRightOne(edge(8, 39), wrong, (it) => {
        expect(it).toBeCloseTo(6.8, 1);
      });
    }
  });

  it("of a half-life: OUFIT's is in months whatever a row is, HALFLIFE's in the unit of dt (the wrong variant fails)", () => {
    const months = (dt: number) => named(ouFitCard(S, dt), "correctedHalfLife");
    onlyTheRightOne(months(1 / 12), months(1), (it) => {
      expect(it).toBeCloseTo(5.25, 2);
    });
    expect(months(1 / 52) / months(1 / 12)).toBeCloseTo(12 / 52, 12);
    expect(halfLifeCell(S, true, 1 / 12)).toBeCloseTo(5.25 / 12, 3);
  });

  it("of a volatility: by the root of the rows a year, not by their number (the wrong variants fail)", () => {
    const ours = realVolCell(column(...SERIES_G) as any[][]) as number;
    const aRow = ours / Math.sqrt(12);
    for (const wrong of [aRow, 12 * aRow, Math.sqrt(252) * aRow]) {
      onlyTheRightOne(ours, wrong, (it) => {
        expect(it).toBeCloseTo(13.56, 2);
      });
    }
  });
});

describe("a return a year", () => {
  const returns = [0.0052, 0.0148, 0.0003, 0.0037, -0.0085, 0.018];

  it("compounds: 6.860% from half a year of 3.373%; twice that is 6.746% (the wrong variant fails)", () => {
    const cells = column(...returns) as any[][];
    const twice = 2 * (chainReturnCell(cells) as number);
    onlyTheRightOne(chainReturnCell(cells, true) as number, twice, (it) => {
      expect(it).toBeCloseTo(0.0686, 5);
    });
  });

  it("of five years is the fifth root, not a fifth (the wrong variant fails)", () => {
    const dates = column(serialOf(2020, 12, 31), serialOf(2025, 12, 31)) as any[][];
    const over5 = (period: string) => periodReturnCell(dates, column(100, 150) as any[][], period);
    onlyTheRightOne(over5("5Y ann") as number, (over5("5Y") as number) / 5, (it) => {
      expect(it).toBeCloseTo(1.5 ** 0.2 - 1, 12);
    });
  });
});

describe("days", () => {
  it("are counted as they are: three years with a leap day are 3.0007 years (the wrong variant fails)", () => {
    const [from, to] = [serialOf(2023, 1, 15), serialOf(2026, 1, 15)];
    const dates = column(from, from + 300, to) as any[][];
    const years = named(
      tightestSinceCells(dates, column(40, 60, 41) as any[][], "tight", "all"),
      "years",
    );
    // A day count of 360 is one of money markets.
    onlyTheRightOne(years, (to - from) / 360, (it) => {
      expect(it).toBeCloseTo(1096 / 365.25, 12);
    });
  });

  it("of age are business days: six on the calendar are four, and not too old (the wrong variant fails)", () => {
    const friday = serialOf(2026, 1, 9);
    const days = Array.from({ length: 800 }, (_, i) => friday - i)
      .filter((day) => day % 7 > 1)
      .reverse();
    const gaps = column(...days.map((_, i) => 55 + ((i * 7) % 11))) as any[][];
    const gateAfter = (calendarDays: number) =>
      named(
        rotationSignalCells(
          gaps,
          null,
          5.6,
          [
            ["minMonths", 12],
            ["halfLife", 8],
            ["override.reversion", true],
            ["override.break", true],
          ],
          "detail",
          column(...days) as any[][],
          friday + calendarDays,
        ),
        "gate",
      ) as unknown as string;
    const isStale = (days: number) => gateAfter(days) === "staleness";
    const byTheCalendar = (days: number) => days > 5;
    const waitsForTheSixth = (stale: (days: number) => boolean) => {
      // A Thursday, the Friday a week later, and the Monday after that.
      expect([6, 7, 10].map(stale)).toEqual([false, false, true]);
    };
    waitsForTheSixth(isStale);
    expect(() => {
      waitsForTheSixth(byTheCalendar);
    }).toThrow();
  });
});
