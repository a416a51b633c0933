import "../../host/nativeEngine";
import { gapReceiptRows } from "../../../src/functions/gapReceipt";
import { rotationSignalCells } from "../../../src/functions/signal";
import {
  figureFormula,
  loadVerdict,
  type LoadedVerdict,
} from "../../../src/taskpane/verdict/loadVerdict";
import { addSampleBook } from "../../../src/templates/sampleBook";
import { openTable } from "../../../src/templates/assumptionsTable";
import { saveEdits } from "../../../src/templates/assumptionEdits";
import { embeddedHost, type Host } from "../../workbook/hosts";

const functions = {
  descriptions: [],
  implementations: new Map<string, (...args: any[]) => unknown>([
    ["GAPRECEIPT", gapReceiptRows],
    ["ROTATIONSIGNAL", rotationSignalCells],
  ]),
};

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(async () => {
  await host.reset();
  await addSampleBook(host.port);
  await host.book.settle();
});

async function load(): Promise<LoadedVerdict> {
  await host.book.settle();
  const loaded = await loadVerdict(host.port, functions);
  if (!("verdict" in loaded)) throw new Error("there is no verdict");
  return loaded;
}
const edit = async (key: string, value: number) => {
  const table = await openTable(host.port);
  if (table === null) throw new Error("there is no table");
  await saveEdits(host.port, table, new Map([[key, value]]));
};

it("the sample book rests on examples on every basis, and says so", async () => {
  const { answer, about, problems } = await load();
  expect(about).toMatch(/^ILLUSTRATIVE/);
  expect(answer.bases.map(({ mark }) => mark)).toEqual(["example", "example", "example"]);
  expect(problems).toEqual([]);
});

it("one other value in the sample book moves its gaps, which stay examples", async () => {
  const before = (await load()).answer;
  await edit("corpOas", 71);
  const { answer } = await load();
  expect(answer.bases[0]?.gap).not.toBe(before.bases[0]?.gap);
  expect(answer.bases.map(({ mark }) => mark)).toEqual(["example", "example", "example"]);
  expect(answer.asked.length + answer.examples.length).toBeGreaterThan(0);
});

it("spreads of the user's own take the example of the option-adjusted spread away", async () => {
  await edit("corpOas", 71);
  await edit("mbsSpread", 88);
  const { answer, verdict, detailCall } = await load();
  expect(answer.bases.map(({ mark }) => mark)).toEqual(["yours", "missing", "missing"]);
  expect(answer.bases[1]?.ask).toMatch(/^enter your MBS OAS \(mbsOas\)/);
  expect(verdict.basis.reason).toBe("no risk-adjusted gap was given: carry is left out");
  // In a cell, too, carry is left out and the call stands.
  const formula = figureFormula(verdict.text, await load());
  expect(detailCall.args[1]).toMatchObject({ value: null });
  await host.port.change([{ kind: "formula", sheet: "Dashboard", a1: "P1", formula }]);
  await host.book.settle();
  expect((await host.port.read({ sheet: "Dashboard", a1: "P1" }))[0]?.[0]).toBe(verdict.text.value);
});

it("a misspelt key is named with its row in the sheet and the key that was meant", async () => {
  const table = await openTable(host.port);
  const row = (table?.cells.findIndex(([key]) => key === "mbsOas") ?? 0) + 5;
  const values = [["mbsOsa"]];
  await host.port.change([{ kind: "values", sheet: "Assumptions", a1: `B${row}`, values }]);
  const { problems, verdict } = await load();
  expect(problems).toEqual([
    {
      sheet: "Assumptions",
      row,
      message: expect.stringMatching(/"mbsOsa" is not an assumption, did you mean mbsOas\?/),
    },
  ]);
  expect(verdict.text.value).toMatchObject({ message: expect.stringMatching(/mbsOsa/) });
});
