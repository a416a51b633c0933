import { gapReceiptRows } from "../../../src/functions/gapReceipt";
import { rotationSignalCells } from "../../../src/functions/signal";
import { numberStyle } from "../../../src/taskpane/numbers";
import { answerOf, type Answer } from "../../../src/taskpane/verdict/answer";
import {
  basesText,
  changeCells,
  headline,
  whyText,
} from "../../../src/taskpane/verdict/answerText";
import { dataAge } from "../../../src/taskpane/verdict/dataAge";
import type { ResultCell } from "../../../src/taskpane/worksheetCall";
import { serialFromIso } from "../../../src/calc/date/serial";

const english = numberStyle("en-US");

/** Month ends from January 2019, and gaps that fall to the last one. */
const dates = Array.from({ length: 84 }, (_, i) => [
  Math.round(Date.UTC(2019, i + 1, 0) / 86_400_000) + 25_569,
]);
const gaps = dates.map((_, i) => [i < 80 ? 45 + 26.5 * Math.sin(1.3 * i) + (i % 3) : 16 + (i % 2)]);

function answer(assumptions: unknown[][]): Answer {
  const cells = (rows: unknown[][]) =>
    rows.map((row) =>
      row.map((cell): ResultCell =>
        cell instanceof CustomFunctions.Error
          ? { error: cell.code, message: cell.message ?? "" }
          : (cell as ResultCell),
      ),
    );
  const receipt = cells(gapReceiptRows(assumptions, gaps, dates));
  const adjusted = receipt.find(([step]) => step === "risk-adjusted gap")?.[1];
  const given = typeof adjusted === "number" ? adjusted : null;
  const detail = cells(rotationSignalCells(gaps, given, null, assumptions, "detail", dates));
  return answerOf({ receipt, detail });
}

describe("on the user's own spreads, without an option-adjusted spread", () => {
  const own = answer([
    ["mbsSpread", 88],
    ["corpOas", 71],
  ]);
  it("shows the nominal gap alone, asks for the rest, and leaves carry out in words", () => {
    expect(own.bases.map(({ gap, mark }) => [gap, mark])).toEqual([
      [17, "yours"],
      [null, "missing"],
      [null, "missing"],
    ]);
    expect(basesText(own, english)).toMatch(
      /^The option-adjusted gap is missing: enter your MBS OAS/,
    );
    expect(whyText(own, english)).toBe(
      // Of the 59 months before, two have 16 and one has 17, which counts half: 2.5 / 59.
      "Gap 17.0 bp, wider than 4% of the last five years; carry after risk is left out of the score.",
    );
  });
});

it("asks for the option-adjusted spread with the calls over its plausible values", () => {
  const [first] = answer([
    ["mbsSpread", 88],
    ["corpOas", 71],
  ]).asked;
  expect(first?.input).toBe("MBS OAS");
  expect(first?.calls).toMatch(/^[A-Z ]+ for 0 to \d+(\.\d)? bp(, [A-Z ]+ above)?$/);
});

describe("with an option-adjusted spread, on the example duration", () => {
  const OWN = [
    ["mbsSpread", 88],
    ["corpOas", 71],
    ["mbsOas", 41],
  ];
  const own = answer(OWN);
  it("names the duration in the headline where it moves the call, and no volatility", () => {
    expect(own.examples).toEqual(["MBS duration"]);
    expect(headline("LEAN CORPORATES", own)).toBe(
      "LEAN CORPORATES, on 1 example input: MBS duration",
    );
  });

  it("says which side carries more, and that the bases disagree", () => {
    expect(own.bases.map(({ gap }) => gap?.toFixed(1))).toEqual(["17.0", "-30.0", "-19.4"]);
    expect(basesText(own, english)).toBe(
      "The bases disagree: on risk-adjusted carry corporates are ahead by 19.4 bp.",
    );
  });

  it("lists inputs with another call, each with its unit", () => {
    expect(own.changes.map(({ input }) => input)).toEqual(
      expect.arrayContaining(["gap", "MBS duration"]),
    );
    const call = rotationSignalCells(gaps, -19.4, null, OWN, "text", dates)[0]?.[0];
    for (const change of own.changes) expect(change.call).not.toBe(call);
    const duration = own.changes.find(({ input }) => input === "MBS duration");
    expect(changeCells(duration ?? { input: "", at: 0, unit: "", call: "" }, english)[1]).toMatch(
      /^\d\.\d years$/,
    );
  });
});

describe("with an option-adjusted spread of an earlier day", () => {
  const dated = (day: string | number) => [
    ["mbsSpread", 88, "bp", "", "", "mine", "2025-12-31"],
    ["corpOas", 71, "bp", "", "", "mine", "2025-12-31"],
    ["mbsOas", 41, "bp", "", "", "mine", day],
  ];
  const receipt = (day: string | number) =>
    new Map(gapReceiptRows(dated(day), gaps, dates).map(([step, ...cells]) => [step, cells]));

  it("names it with its day in the headline and beside each gap that it is part of", () => {
    // Excel's serial of 15 December 2025.
    for (const day of ["2025-12-15", 46_006]) {
      const own = answer(dated(day));
      expect(headline("HOLD", own)).toMatch(/^HOLD, .*on MBS OAS of 2025-12-15$/);
      expect(receipt(day).get("the gaps: levels of earlier days")?.[0]).toBe(
        "MBS OAS of 2025-12-15",
      );
      expect(receipt(day).get("option-adjusted gap")?.[3]).toBe(
        "MBS OAS − corporate OAS; MBS OAS of 2025-12-15",
      );
      expect(receipt(day).get("nominal gap")?.[3]).toBe("MBS spread − corporate OAS");
    }
  });

  it("says nothing of one of the gap's day, or without a day", () => {
    for (const day of ["2025-12-31", "2026-01-05", "", "mid-December"]) {
      const isLater = day === "2026-01-05";
      expect(answer(dated(day)).earlier).toEqual(isLater ? ["corporate OAS of 2025-12-31"] : []);
    }
  });
});

it("bases that all speak for mortgages do not contradict a call for corporates without a word", () => {
  const all = { name: "nominal", gap: 20, mark: "yours", ask: "" } as const;
  const bases = [
    all,
    { ...all, name: "option-adjusted" },
    { ...all, name: "risk-adjusted" },
  ] as const;
  const tight: Answer = {
    ...answer([["schema", 1]]),
    bases,
    agreed: "mortgages",
    side: "corporates",
  };
  expect(basesText(tight, english)).toBe(
    "Mortgages pay more on all three bases, but the gap is tight against its own history.",
  );
  expect(basesText({ ...tight, side: "mortgages" }, english)).toBe(
    "Mortgages pay more on all three bases.",
  );
});

describe("the age of the data", () => {
  const monthly = dates.map(([date = 0]) => ({ date, gap: 40 }));
  const on = (day: string) => dataAge(monthly, Number(serialFromIso(day)), 5);
  it("is stale five business days after the next month end was due, not before", () => {
    expect(on("2026-01-30")).toBeNull();
    expect(on("2026-05-29")).toEqual({ kind: "stale", day: serialFromIso("2025-12-31") });
  });

  it("names a last row that is still to come", () => {
    expect(on("2025-12-30")).toEqual({ kind: "future", day: serialFromIso("2025-12-31") });
  });
});
