/*
 * Every argument of every worksheet function sees the same text from a constant of the formula as from
 * a cell.
 */
import "./nativeEngine";
import { FORMULA_SHEET, FormulaEvaluator } from "../../src/host/formulaEvaluator";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { customFunctionsFor } from "../support/embeddedFunctions";
import { sampleFormulas } from "../support/sampleFormulas";

const TEXTS = ["1.01%", "0.50", "1-3", "12-31", "99-16+", "99'16", "Jan-26", "11/15/45", 'a""b'];
const { sheet, calls } = sampleFormulas();
const texts = { name: "Texts", cells: TEXTS.map((text) => [text.replaceAll('""', '"')]) };

it.each(["a constant", "an array constant"])("a text in %s is the text of a cell", async (kind) => {
  const { functions, metadata } = await customFunctionsFor();
  const evaluator = new FormulaEvaluator(
    new Spreadsheet({
      functions,
      metadata,
      preset: nodePreset(),
      sheets: [FORMULA_SHEET, sheet, texts],
    }),
  );
  const differences: unknown[] = [];
  let compared = 0;
  for (const call of calls) {
    for (const place of call.arguments.keys()) {
      for (const [i, text] of TEXTS.entries()) {
        const answer = async (argument: string) => {
          const all = call.arguments.map((given, k) => (k === place ? argument : given));
          return evaluator.evaluate(`=RV.${call.name}(${all.join(",")})`);
        };
        const literal = kind === "a constant" ? `"${text}"` : `{"${text}"}`;
        const [typed, read] = [await answer(literal), await answer(`Texts!A${i + 1}`)];
        compared++;
        if (JSON.stringify(typed) !== JSON.stringify(read)) {
          differences.push({ function: call.name, place, text, typed, read });
        }
      }
    }
  }
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(4000);
});
