import "./nativeEngine";
import { uniformStream } from "../../src/calc/numeric/random";
import { bookOf } from "../../src/host/bookOf";
import { engineFacts } from "../support/engineFacts";
import { FreshEngine } from "../support/freshEngine";
import { doGridEdit, GRID_EDITS } from "../support/gridEdits";
import { embeddedHost, type Host } from "../workbook/hosts";

jest.setTimeout(300_000);

/** RV_EDITS_SEED does an earlier run again; RV_EDITS makes a longer one. */
const SEED = Number(process.env["RV_EDITS_SEED"] ?? 20_261_129);
const EDITS = Number(process.env["RV_EDITS"] ?? 300);
const COMPARED_EVERY = 15;

let host: Host;
let fresh: FreshEngine;
beforeAll(async () => {
  fresh = new FreshEngine();
  host = await embeddedHost();
});
afterAll(() => fresh.end());

describe("a workbook that is kept and loaded again", () => {
  it(`is what it was: ${EDITS} random edits with seed ${SEED}`, async () => {
    const random = uniformStream(SEED);
    const { book } = host;
    // The worker of the fresh engines waits for a calculation.
    book.writeFormula("Sheet1", "A1", "=1+1");
    let edits: string[] = [];
    for (let i = 0; i < EDITS; i++) {
      edits.push(await doGridEdit(random, book, GRID_EDITS[i]));
      if (i % COMPARED_EVERY < COMPARED_EVERY - 1) continue;
      await book.settle();
      const before = engineFacts(book);
      const after = await fresh.facts(structuredClone(bookOf(book)));
      const [lost, added] = [
        before.filter((one) => !after.includes(one)),
        after.filter((one) => !before.includes(one)),
      ];
      const shown = lost.length + added.length > 0 ? edits : [];
      expect({ seed: SEED, made: i, lost, added, edits: shown }).toEqual({
        seed: SEED,
        made: i,
        lost: [],
        added: [],
        edits: [],
      });
      edits = [];
    }
  });
});
