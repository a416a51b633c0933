/* Excel's conditional formats of a range: what `ConditionalFormatCollection.add` takes, and refuses. */
import { formatsOf, settingFormats } from "../../src/host/formats/keptFormats";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import type { ScalePoint, ScaleValue } from "../../src/workbook/conditionalFormat";
import { ICommandService } from "@univerjs/core";
import { RichApiError, type ModelObject } from "./richApiExecutor";

interface Criterion {
  readonly type: string;
  readonly formula?: string | null;
  readonly color?: string;
}

/** Microsoft's ConditionalFormatColorCriterionType; "Formula" begins with an equals sign. */
function pointOf({ type, formula, color }: Criterion, a1: string): ScalePoint {
  if (!/^#[\da-f]{6}$/i.test(color ?? "")) throw new RichApiError("InvalidArgument");
  return { at: valueOf(type, formula ?? "", a1), color: color ?? "" };
}

function valueOf(type: string, formula: string, a1: string): ScaleValue {
  if (type === "LowestValue") return { is: "lowest" };
  if (type === "HighestValue") return { is: "highest" };
  if (type === "Formula" && formula.startsWith("=")) {
    // Relative references are refused in the criteria of a scale.
    if (/(?<![$A-Z])[A-Z]{1,3}\d/.test(formula)) throw new RichApiError("InvalidArgument");
    const cells = a1.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const furthest = `MAX(MAX(${cells}),-MIN(${cells}))`;
    if (formula === `=${furthest}`) return { is: "furthestAbove" };
    return formula === `=-${furthest}` ? { is: "furthestBelow" } : { is: "formula", formula };
  }
  const value = Number(formula);
  if (formula === "" || !Number.isFinite(value)) throw new RichApiError("InvalidArgument");
  if (type === "Number") return { is: "number", value };
  if (type === "Percent") return { is: "percent", value };
  if (type === "Percentile") return { is: "percentile", value };
  throw new RichApiError("InvalidArgument");
}

/** The conditional formats of a range; the newest goes before the others. */
export function formatsObject(
  book: Spreadsheet,
  worksheet: ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>,
  a1: string,
  guard: () => void,
): ModelObject {
  const set = ({ minimum, midpoint, maximum }: Record<string, Criterion | undefined>) => {
    guard();
    if (!minimum || !maximum) throw new RichApiError("InvalidArgument");
    const points = [minimum, ...(midpoint ? [midpoint] : []), maximum];
    const rule = { kind: "colorScale" as const, points: points.map((one) => pointOf(one, a1)) };
    const { formats = [] } = formatsOf(worksheet.getSheet().getConfig());
    const now = settingFormats(worksheet.getSheetId(), [{ ranges: [a1], rule }, ...formats]);
    book.service(ICommandService).syncExecuteCommand(now.id, now.params);
  };
  const colorScale = () => ({ type: "ColorScaleConditionalFormat", set: { criteria: set } });
  return {
    type: "ConditionalFormatCollection",
    call: {
      add: (type: string) => {
        guard();
        if (type !== "ColorScale") throw new RichApiError("InvalidArgument");
        return { type: "ConditionalFormat", has: { colorScale } };
      },
    },
  };
}
