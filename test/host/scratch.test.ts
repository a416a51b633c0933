import "./nativeEngine";
import { bookOf, snapshotOf } from "../../src/host/bookSnapshot";
import { uniformStream } from "../../src/calc/numeric/random";
import { differences } from "../support/bookDifference";
import { doEdit, type Edit } from "../support/edits";
import { FreshEngine } from "../support/freshEngine";
import { firstEdits, nextEdit } from "../support/randomEdits";
import { embeddedHost } from "../workbook/hosts";
jest.setTimeout(300_000);
const SEED = Number(process.env["RV_EDITS_SEED"] ?? 20_260_115);
const UNTIL = Number(process.env["RV_EDITS"] ?? 75);
const FROM = Number(process.env["RV_FROM"] ?? 0);
it("scratch", async () => {
  const fresh = new FreshEngine();
  const host = await embeddedHost();
  const random = uniformStream(SEED);
  const make = async (edit: Edit) => { await doEdit(host, edit); };
  for (const edit of firstEdits(random)) await make(edit);
  for (let i = 1; i <= UNTIL; i++) {
    const edit = nextEdit(random, host.book);
    await make(edit);
    if (random() < 0.2 || i > FROM) await make({ kind: "settle" });
    if (i <= FROM) continue;
    const mine = bookOf(host.book);
    const cells = differences(mine, await fresh.calculated(mine));
    console.log(i, JSON.stringify(edit), cells.slice(0, 20));
    if (cells.length > 0) { for (const b of [mine]) console.log("DATA", b.sheets.filter((s) => s.name === (process.env["RV_SHEET"] ?? "Data")).map((s) => s.cells.filter((c) => c.row >= Number(process.env["RV_ROW"] ?? 0) && c.row < Number(process.env["RV_ROW"] ?? 0) + 12).map((c) => `${c.row},${c.column}:${c.formula ?? ""}=${c.value}${c.spill ?? ""}`).join(" "))); console.log(JSON.stringify(mine.names), JSON.stringify(snapshotOf(mine).resources)); break; }
  }
  await fresh.end();
});
