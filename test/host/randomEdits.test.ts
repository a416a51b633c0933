import "./nativeEngine";
import { bookOf } from "../../src/host/bookOf";
import { uniformStream } from "../../src/calc/numeric/random";
import { differences } from "../support/bookDifference";
import { doEdit, type Edit } from "../support/edits";
import { FreshEngine } from "../support/freshEngine";
import { firstEdits, nextEdit } from "../support/randomEdits";
import { embeddedHost, type Host } from "../workbook/hosts";

jest.setTimeout(300_000);

/** RV_EDITS_SEED does an earlier run again; RV_EDITS makes a longer one. */
const SEED = Number(process.env["RV_EDITS_SEED"] ?? 20_260_115);
const EDITS = Number(process.env["RV_EDITS"] ?? 500);
const COMPARED_EVERY = 25;
/** The share of edits after which everything is calculated before the next one comes. */
const SETTLED = 0.1;

let host: Host;
let fresh: FreshEngine;
beforeAll(async () => {
  fresh = new FreshEngine();
  host = await embeddedHost();
});
afterAll(() => fresh.end());

describe("after any edit", () => {
  it(`no cell waits or is stale: ${EDITS} random edits with seed ${SEED}`, async () => {
    const random = uniformStream(SEED);
    let sinceEqual: Edit[] = [];
    const make = async (edit: Edit) => {
      sinceEqual.push(edit);
      await doEdit(host, edit);
    };
    for (const edit of firstEdits(random)) await make(edit);
    for (let i = 1; i <= EDITS; i++) {
      await make(nextEdit(random, host.book));
      if (random() < SETTLED) await make({ kind: "settle" });
      if (i % COMPARED_EVERY > 0) continue;
      await make({ kind: "settle" });
      const mine = bookOf(host.book);
      const cells = differences(mine, await fresh.calculated(mine));
      const edits = cells.length > 0 ? sinceEqual.map((edit) => JSON.stringify(edit)) : [];
      expect({ seed: SEED, made: i, cells, edits }).toEqual({
        seed: SEED,
        made: i,
        cells: [],
        edits: [],
      });
      sinceEqual = [];
    }
  });
});
