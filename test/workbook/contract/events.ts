/* What a host tells of. */
import type { Place } from "../../../src/workbook/workbookPort";
import { formula, S, values, type Bench } from "./bench";

/** @param bench - A host at work. */
export function eventsContract(bench: Bench): void {
  const { change, read } = bench;
  describe("events", () => {
    const heard: Place[] = [];
    const listen = (place: Place) => void heard.push(place);
    const quiet = () => new Promise((resolve) => setTimeout(resolve, 50));
    beforeEach(() => {
      heard.length = 0;
    });

    it("tell of changed cells, not of what is calculated from them, until stopped", async () => {
      await change({ kind: "addSheet", name: "Other" }, formula(S, "D1", "=B2*2"));
      const stop = await bench.host().port.onChanged(listen);
      await change(
        values(S, "B2:C3", [
          [1, 2],
          [3, 4],
        ]),
      );
      await change(values("Other", "A1", [["x"]]));
      await quiet();
      expect(await read("D1")).toEqual([[2]]);
      expect(heard).toEqual([
        { sheet: S, a1: "B2:C3" },
        { sheet: "Other", a1: "A1" },
      ]);
      await stop();
      await change(values(S, "A1", [[1]]));
      await quiet();
      expect(heard).toHaveLength(2);
    });

    it("tell of what is selected, until stopped", async () => {
      await change({ kind: "addSheet", name: "Other" });
      const stop = await bench.host().port.onSelected(listen);
      await bench.host().port.select({ sheet: "Other", a1: "B2:C3" });
      await quiet();
      expect(heard.at(-1)).toEqual({ sheet: "Other", a1: "B2:C3" });
      expect(await bench.host().port.selection()).toEqual({ sheet: "Other", a1: "B2:C3" });
      await stop();
      const before = heard.length;
      await bench.host().port.select({ sheet: S, a1: "A1" });
      await quiet();
      expect(heard).toHaveLength(before);
    });
  });
}
