/* The grid shows conditional formats; the engine's package for them draws the bars and icons. */
import {
  BooleanNumber,
  type ICellData,
  InterceptorEffectEnum,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import {
  type BaseObject,
  IRenderManagerService,
  SheetSkeletonManagerService,
  type SheetExtension,
} from "@univerjs/preset-sheets-core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import {
  ConditionalFormattingIcon,
  DataBar,
  DEFAULT_PADDING,
  DEFAULT_WIDTH,
} from "@univerjs/sheets-conditional-formatting";
import type { FormatLook } from "../../workbook/conditionalFormat";
import { engineStyle } from "../engineStyles";
import { UNIT_ID } from "../repairs/unitId";
import type { Spreadsheet } from "../spreadsheet";
import type { Effect } from "./ruleEffect";
import { ShownEffects } from "./shownEffects";

/**
 * Shows the conditional formats of the grid's sheets from now on.
 * @param spreadsheet - A spreadsheet with a grid.
 */
export function drawFormats(spreadsheet: Spreadsheet): void {
  const shown = new ShownEffects(spreadsheet, () => {
    redraw(spreadsheet);
  });
  const main = spreadsheet.service(IRenderManagerService).getRenderById(UNIT_ID)
    ?.mainComponent as Nullable<BaseObject & { register(...extensions: SheetExtension[]): void }>;
  main?.register(new DataBar(), new ConditionalFormattingIcon());
  spreadsheet.service(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    // As the engine's own: before what shows results and formats numbers.
    priority: 10,
    handler: (cell, { subUnitId, row, col, workbook }, next) => {
      const effect = shown.at(subUnitId, row, col);
      if (effect === null) return next(cell);
      const own = typeof cell?.s === "string" ? workbook.getStyles().get(cell.s) : cell?.s;
      return next(cellWith(effect, cell, own ?? {}));
    },
  });
  shown.refresh();
}

/** What the engine's package draws over a cell. */
interface DrawnOver {
  dataBar?: { color: string; value: number; startPoint: number; isGradient: boolean };
  iconSet?: { iconType: string; iconId: string };
}

function cellWith(effect: Effect, cell: Nullable<ICellData>, own: IStyleData): ICellData {
  const { look, bar, icon, alone } = effect;
  const over: DrawnOver = {
    ...(bar && {
      dataBar: { color: bar.color, value: bar.length, startPoint: 0, isGradient: false },
    }),
    // The package counts icons from the highest.
    ...(icon && {
      iconSet: { iconType: icon.icons, iconId: String(Number(icon.icons[0]) - 1 - icon.place) },
    }),
  };
  return {
    ...cell,
    ...over,
    ...(look && { s: { ...own, ...engineLook(look) } }),
    ...((alone ?? icon) && {
      fontRenderExtension: {
        isSkip: alone === true,
        ...(icon && { leftOffset: DEFAULT_PADDING + DEFAULT_WIDTH }),
      },
    }),
  };
}

/** A number format is left to the file: here numbers are written before their looks are known. */
function engineLook({ bold, italic, strikethrough, underline, ...look }: FormatLook): IStyleData {
  const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  const { color, fill, borders } = look;
  return {
    ...engineStyle({
      ...(color === undefined ? {} : { color }),
      ...(fill === undefined ? {} : { fill }),
      ...(borders === undefined ? {} : { borders }),
      ...(underline === undefined ? {} : { underline }),
    }),
    ...(bold === undefined ? {} : { bl: flag(bold) }),
    ...(italic === undefined ? {} : { it: flag(italic) }),
    ...(strikethrough === undefined ? {} : { st: { s: flag(strikethrough) } }),
  };
}

/** Draws the shown sheet again. */
function redraw(spreadsheet: Spreadsheet): void {
  const render = spreadsheet.service(IRenderManagerService).getRenderById(UNIT_ID);
  if (!render) return;
  render.with(SheetSkeletonManagerService).reCalculate();
  render.mainComponent?.makeDirty();
}
