import { resolve } from "node:path";
import ts from "typescript";
import { projectFiles, readProjectFile, ROOT } from "../support/sourceFiles";

/*
 * Every `@example` in the documentation comments of calc and assumptions is run: the expression
 * before `// =>` must equal the one after it, the lines above it run first. Exports of the file, the
 * units and the dates are in scope.
 */
interface Example {
  readonly file: string;
  /** Statements that the expression needs. */
  readonly before: string;
  readonly expression: string;
  readonly expected: string;
}

function examplesOf(file: string): Example[] {
  const blocks = readProjectFile(file).match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return blocks.flatMap((block) => {
    const [, example = ""] = block.split("@example");
    const lines = example.replace(/^\s*\* ?/gm, "").replace(/\*\/$/, "");
    return [...lines.matchAll(/^(.+?);? \/\/ => (.+)$/gm)].map(
      ({ index, 1: expression = "", 2: expected = "" }) => ({
        file,
        before: lines.slice(0, index),
        expression,
        expected,
      }),
    );
  });
}

/** Names of exported functions that are declared with a body, by file. */
function exportedFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) =>
    ts.isFunctionDeclaration(statement) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      ? [statement.name?.text ?? ""]
      : [],
  );
}

// AssemblyScript runs nowhere but in its module, which calls no example.
const files = projectFiles(/^src\/(calc|assumptions)\/(?!.*\/assembly\/).*\.ts$/);
const examples = files.flatMap(examplesOf);

/**
 * Functions of many settings at once: their example is the worked one of ROTATIONSIGNAL, BONDPRICE,
 * GAPRECEIPT, BONDSPREAD, BONDKRD, BONDOAS, MBSOAS, OASBAND, COUPONSTACK or MBSHORIZON, in its test.
 */
const SHOWN_BY_THEIR_FUNCTION = new Set([
  ...["rotationSignal", "firstGate", "signalDetail"],
  ...["judgeGap", "callOn", "groundedCall", "gapInputsBy", "callWith", "heldValue", "changesBy"],
  ...["callsOver"],
  ...["excelOddFirst", "excelOddLast", "dirtyPrice", "periodYieldAt"],
  ...["bootstrapBonds", "fitBonds", "bondSpread", "bondKeyRateDurations"],
  ...["optionAdjustedSpread", "zeroRisk", "curveRisk"],
  ...["fittedLattice", "stepBack", "relativeDiscounts", "nodeDiscounts"],
  ...["onCurve", "callableValue", "straightValue"],
  ...["makeWholeDecisions", "makeWholeChoice", "makeWholePrice"],
  "floatingDecisions",
  ...["walkLattice", "latticeFlows", "projectedFlows", "baseProjection", "oasBand"],
  ...[
    "couponStack",
    "stackRow",
    "valueBook",
    "walkGround",
    "measureRows",
    "wasmKernel",
    "bookCurves",
    "agedPool",
    "poolOasHorizon",
    "exactGrid",
    "poolChange",
  ],
  ...["fitPrepayment", "shiftedPrice", "fitPrepaymentRisk"],
  ...["simulatedFlows", "simulatedProjection", "simulatedOas"],
]);

const load = (file: string) => jest.requireActual<Record<string, unknown>>(resolve(ROOT, file));

describe("documentation examples", () => {
  it.each(examples.map((it) => [`${it.file}: ${it.expression}`, it] as const))("%s", (_, it) => {
    const scope = {
      ...load("src/calc/units.ts"),
      ...load("src/calc/date/serial.ts"),
      ...load("src/assumptions/assumptions.ts"),
      ...load(it.file),
    };
    const run = (code: string): unknown =>
      new Function(...Object.keys(scope), `"use strict"; ${it.before}\nreturn (${code});`)(
        ...Object.values(scope),
      );
    expect(run(it.expression)).toEqual(run(it.expected));
  });

  it("stand at every exported function of calc and assumptions", () => {
    const without = files.flatMap((file) => {
      const shown = examplesOf(file)
        .map(({ expression }) => expression)
        .join("\n");
      return exportedFunctions(file)
        .filter((name) => !SHOWN_BY_THEIR_FUNCTION.has(name))
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(shown))
        .map((name) => `${file}: ${name}`);
    });
    expect(without).toEqual([]);
    expect(examples.length).toBeGreaterThan(30);
  });
});
