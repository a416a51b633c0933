/* Values that are written and read. */
import { formula, S, values, type Bench } from "./bench";

/** @param bench - A host at work. */
export function cellsContract(bench: Bench): void {
  const { change, read, roundTrip } = bench;
  describe("values", () => {
    it("come back to the last bit", async () => {
      const numbers = [
        [0.1 + 0.2, 1 / 3, Math.PI, Number.MAX_SAFE_INTEGER],
        [-1e-300, 1.7976931348623157e308, 123456789.123456789, -0.1],
      ];
      expect(await roundTrip(numbers)).toEqual(numbers);
    });

    it("are texts, flags, blanks and zero, each as what it is", async () => {
      const cells = [
        ["a text", true, false, ""],
        ["", 0, "0", " "],
      ];
      expect(await roundTrip(cells)).toEqual(cells);
    });

    it.each([
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "'quoted",
      "\tx",
      "\rx",
      "0012",
      "1e5",
      "12%",
      "TRUE",
      "false",
      "#N/A",
      "Mar 5",
      "SEPT2",
      "2024-01-31",
      "1/2",
      "3:30",
      "$5",
      "(7)",
      "A1",
      "__proto__",
      "<b>x</b>",
    ])("keep the text %j a text", async (text) => {
      expect(await roundTrip([[text, 1]])).toEqual([[text, 1]]);
      // The engine takes a text that spells an error for the error; Excel's cell is what it shows.
      if (text.startsWith("#")) return;
      await change(formula(S, "F1", "=ISTEXT(B2)"));
      expect(await read("F1")).toEqual([[true]]);
    });

    it("may have 32,767 characters, and no more", async () => {
      const longest = "x".repeat(32_767);
      expect(await roundTrip([[longest]])).toEqual([[longest]]);
      await expect(roundTrip([[`${longest}x`]])).rejects.toThrow(
        /32768 characters; it must have at most 32767/,
      );
    });

    it("that are written as blank are gone, formulas too", async () => {
      await change(values(S, "A1:B1", [[1, 2]]), formula(S, "C1", "=A1+B1"));
      await change(values(S, "A1:C1", [["", "", ""]]));
      expect(await read("A1:C1")).toEqual([["", "", ""]]);
      expect(await bench.host().port.readFormulas({ sheet: S, a1: "A1:C1" })).toEqual([
        ["", "", ""],
      ]);
      expect(await bench.host().port.usedRange(S)).toBeNull();
    });

    it("of 10,000 rows are written by one change", async () => {
      const rows = Array.from({ length: 10_000 }, (_, i) => [i + 0.25, `row ${i}`, i % 2 === 0]);
      await change(values(S, "A1:C10000", rows), formula(S, "E1", "=SUM(A1:A10000)"));
      expect(await read("A9998:C10000")).toEqual(rows.slice(-3));
      expect(await read("E1")).toEqual([[(10_000 * 9_999) / 2 + 2_500]]);
      expect(await bench.host().port.usedRange(S)).toEqual({ sheet: S, a1: "A1:E10000" });
    });
  });
}
