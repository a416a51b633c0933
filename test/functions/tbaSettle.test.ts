import { serialOf } from "../../src/calc/date/serial";
import { tbaSettleCells } from "../../src/functions/tbaSettle";
import { answer } from "../support/errors";
import { golden } from "../support/golden";

const AUGUST = serialOf(2026, 8, 13);

describe("TBASETTLE", () => {
  it("has each day of the table, from the month as a text", () => {
    for (const { month = "", settlement = "", ...row } of golden("tba_settlement.csv")) {
      const [year, of, day] = settlement.split("-").map(Number) as [number, number, number];
      expect(tbaSettleCells(month, row.class)).toEqual([[serialOf(year, of, day)]]);
    }
  });

  it("takes any day of the month, and class A where none is given", () => {
    expect(tbaSettleCells(serialOf(2026, 8, 1))).toEqual([[AUGUST]]);
    expect(tbaSettleCells("2026-08-31")).toEqual([[AUGUST]]);
  });

  it("shows notification, accrued days and the roll, and that the table is second-hand", () => {
    const card = tbaSettleCells("2026-08", "a", "all");
    expect(card).toEqual([
      ["settlement", AUGUST],
      ["notification", serialOf(2026, 8, 11)],
      ["accruedDays", 12],
      ["next", serialOf(2026, 9, 14)],
      ["rollDays", 32],
      ["source", expect.stringMatching(/^second-hand: .*compare with SIFMA/)],
    ]);
    for (const [name, value] of card)
      expect(tbaSettleCells("2026-08", "A", name)).toEqual([[value]]);
  });

  it("is #N/A with words beyond the table, and in the card where only the next month is", () => {
    const beyond = {
      code: "#N/A",
      message: expect.stringMatching(/known for 2028-01; the table has/),
    };
    expect(answer(() => tbaSettleCells("2028-01"))).toMatchObject(beyond);
    expect(answer(() => tbaSettleCells("2025-03", "B"))).toMatchObject({
      message: expect.stringMatching(/class B is known for 2025-03/),
    });
    const last = tbaSettleCells("2027-12", "D", "all");
    expect(last[0]).toEqual(["settlement", serialOf(2027, 12, 22)]);
    expect(last[3]?.[1]).toMatchObject(beyond);
    expect(answer(() => tbaSettleCells("2027-12", "D", "rollDays"))).toMatchObject(beyond);
  });

  it.each([
    ["August 2026", /month is the text "August 2026"; it must be a month such as "2026-08"/],
    [8, /month is 8; it must be a month such as "2026-08", or a date in it/],
    ["2026-13", /month is the text "2026-13"; it must be a month from 01 to 12/],
  ])("refuses %p as a month", (month, words) => {
    expect(answer(() => tbaSettleCells(month))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(words),
    });
  });
});
