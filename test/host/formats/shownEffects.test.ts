/* Conditional formats that are asked for while the cells are calculated: neither disturbs the other. */
import "../nativeEngine";
import { ICommandService } from "@univerjs/core";
import { ICalculateFormulaService, IFormulaCurrentConfigService } from "@univerjs/engine-formula";
import { SetFormatsMutation } from "../../../src/host/formats/keptFormats";
import { ShownEffects } from "../../../src/host/formats/shownEffects";
import { nodePreset } from "../../../src/host/nodePreset";
import { UNIT_ID } from "../../../src/host/repairs/unitId";
import { Spreadsheet } from "../../../src/host/spreadsheet";
import { customFunctionsFor } from "../../support/embeddedFunctions";

const FOUND = { fill: "#ffc000" };
/** Longer than the engine works between two pauses, all of them together. */
const [SLOW, SLOW_MS] = [60, 8];

let spreadsheet: Spreadsheet;
let shown: ShownEffects;
const redraw = jest.fn();

/** Waits as a book of mortgages does, and gives its argument. */
function slowly(value: number): number {
  const end = performance.now() + SLOW_MS;
  while (performance.now() < end);
  return value;
}

const sheetId = () => spreadsheet.workbook.getActiveSheet().getSheetId();
const give = (formula: string) =>
  spreadsheet.service(ICommandService).syncExecuteCommand(SetFormatsMutation.id, {
    ...{ unitId: UNIT_ID, subUnitId: sheetId() },
    formats: [{ ranges: ["D1:D99"], rule: { kind: "formula", formula, look: FOUND } }],
  });
/** What the format makes of D1. */
const effect = () => shown.at(sheetId(), 0, 3);
/** Types a number, and does something at each pause of the calculation. */
async function typing(value: number, inPause: () => void): Promise<number> {
  let pauses = 0;
  const watch = spreadsheet
    .service(ICalculateFormulaService)
    .executionInProgressListener$.subscribe(() => {
      pauses++;
      inPause();
    });
  spreadsheet.write("Sheet1", "A1", [[value]]);
  await spreadsheet.settle();
  watch.unsubscribe();
  return pauses;
}

beforeAll(async () => {
  const { functions, metadata } = await customFunctionsFor();
  const [example] = metadata.functions;
  if (!example) throw new Error("there are functions");
  const parameter = { name: "value", description: "any", type: "number" as const };
  spreadsheet = new Spreadsheet({
    ...{ preset: nodePreset(), sheets: [{ name: "Sheet1" }] },
    functions: new Map([...functions, ["SLOWLY", slowly as never]]),
    metadata: {
      ...metadata,
      functions: [
        ...metadata.functions,
        { ...example, id: "SLOWLY", name: "SLOWLY", parameters: [parameter] } as never,
      ],
    },
  });
  spreadsheet.write("Sheet1", "A1", [[54]]);
  for (let row = 1; row <= SLOW; row++) {
    spreadsheet.writeFormula("Sheet1", `B${row}`, "=RV.SLOWLY($A$1)");
  }
  spreadsheet.writeFormula("Sheet1", "C1", `=SUM(B1:B${SLOW})`);
  shown = new ShownEffects(spreadsheet, redraw);
  await spreadsheet.settle();
});

describe("a conditional format that is asked for in a pause of a calculation", () => {
  it("leaves the sum that a cell takes over the same cells as it is", async () => {
    give(`=SUM($B$1:$B$${SLOW})=1020`);
    expect(spreadsheet.read("Sheet1", "C1")).toEqual([[3240]]);
    expect(effect()).toBeNull();
    const inPause: unknown[] = [];
    const pauses = await typing(17, () => {
      // Always another cell: the first is known by now.
      inPause.push(effect(), shown.at(sheetId(), inPause.length, 3));
    });
    expect(pauses).toBeGreaterThan(4);
    // 60 times 17; shown was what was known, or nothing.
    expect(spreadsheet.read("Sheet1", "C1")).toEqual([[1020]]);
    expect(new Set(inPause)).toEqual(new Set([null]));
    // What was shown in the pause is not kept.
    expect(effect()?.look).toEqual(FOUND);
    expect(shown.at(sheetId(), 8, 3)?.look).toEqual(FOUND);
  });

  it("keeps its last look until the end, and is drawn then", async () => {
    expect(effect()?.look).toEqual(FOUND);
    const inPause: unknown[] = [];
    redraw.mockClear();
    await typing(2, () => {
      inPause.push(effect()?.look, redraw.mock.calls.length);
    });
    expect(new Set(inPause)).toEqual(new Set([FOUND, 0]));
    expect(redraw).toHaveBeenCalled();
    expect(effect()).toBeNull();
  });

  it("does not load the engine's configuration when it is given, and is shown at the end", async () => {
    const load = jest.spyOn(spreadsheet.service(IFormulaCurrentConfigService), "loadDataLite");
    const loads: number[] = [];
    await typing(3, () => {
      if (loads.push(load.mock.calls.length) === 4) give(`=$C$1=${3 * SLOW}`);
    });
    expect(loads.length).toBeGreaterThan(4);
    expect(new Set(loads)).toEqual(new Set([0]));
    expect(load).toHaveBeenCalled();
    load.mockRestore();
    expect(spreadsheet.read("Sheet1", "C1")).toEqual([[180]]);
    expect(effect()?.look).toEqual(FOUND);
  });
});
