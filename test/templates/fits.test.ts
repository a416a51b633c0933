import "../host/nativeEngine";
import { readAssumptions } from "../../src/assumptions/assumptions";
import { suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { addBacktest } from "../../src/templates/backtestSheet";
import { addClaimCheck } from "../../src/templates/claimCheckSheet";
import { addCouponStack } from "../../src/templates/couponStackSheet";
import { addPublishedSpeeds } from "../../src/templates/publishedSpeedsSheet";
import { addSampleBook } from "../../src/templates/sampleBook";
import { addScenarios } from "../../src/templates/scenariosSheet";
import { addTradeTicket } from "../../src/templates/tradeTicketSheet";
import { a1Of, columnLetters, rectangleOf } from "../../src/workbook/a1";
import type { CellStyle, Change, WorkbookPort } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
let written: Change[];
/** The port, which notes what is written. */
let port: WorkbookPort;
beforeAll(async () => {
  host = await embeddedHost();
  await host.reset();
  written = [];
  const change = async (changes: readonly Change[]) => {
    written.push(...changes);
    await host.port.change(changes);
  };
  port = { ...host.port, change };
  await addSampleBook(port);
  await addScenarios(port);
  const { rule: variant, provenance } = suggestedRule(readAssumptions([]), 12);
  await addBacktest(port, { variant, periods: 12, provenance, findings: null });
  await addTradeTicket(port);
  await addCouponStack(port);
  await addPublishedSpeeds(port);
  await addClaimCheck(port);
  await host.book.settle();
});

/** Characters of a column's width that a letter takes, measured in the page at Arial 11. */
const LETTER: Partial<Record<CellStyle, number>> = {
  heading: 1.06,
  key: 0.7,
  title: 1.2,
  answer: 1.35,
};
const USUAL = 0.93;

/** What a sheet's last change of a kind says. */
const lastOf = <K extends Change["kind"]>(kind: K, sheet: string) =>
  written
    .filter((one): one is Extract<Change, { kind: K }> => one.kind === kind)
    .filter((one) => "sheet" in one && one.sheet === sheet)
    .at(-1);

/** The style of each cell by its address; the last one holds. */
function stylesOf(sheet: string): Map<string, CellStyle> {
  const styles = new Map<string, CellStyle>();
  for (const one of written) {
    if (one.kind !== "style" || one.sheet !== sheet) continue;
    const { row, column, rows, columns } = rectangleOf(one.a1);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        styles.set(a1Of({ row: row + i, column: column + j, rows: 1, columns: 1 }), one.style);
  }
  return styles;
}

/** Texts that are cut: longer than their cells and the empty ones to their right, as far as the page goes. */
async function cutOn(sheet: string): Promise<string[]> {
  const area = lastOf("page", sheet)?.area ?? "";
  const widths = lastOf("widths", sheet)?.widths ?? [];
  const styles = stylesOf(sheet);
  const cells = await host.port.read({ sheet, a1: area });
  return cells.flatMap((row, i) =>
    row.flatMap((cell, j) => {
      if (typeof cell !== "string" || cell === "") return [];
      const a1 = `${columnLetters(j + 1)}${i + 1}`;
      const needs = cell.length * (LETTER[styles.get(a1) ?? "plain"] ?? USUAL);
      let room = widths[j] ?? 0;
      for (let k = j + 1; k < row.length && row[k] === ""; k++) room += widths[k] ?? 0;
      return needs <= room ? [] : [`${a1} needs ${needs.toFixed(0)} of ${room}: ${cell}`];
    }),
  );
}

it.each([
  "Dashboard",
  "Scenarios",
  "Backtest",
  "Trade ticket",
  "Coupon stack",
  "Published speeds",
  "Claim check",
  "Data",
  "Assumptions",
])("no text of the sheet %s is cut", async (sheet) => {
  expect(await cutOn(sheet)).toEqual([]);
});

it.each(["Dashboard", "Backtest", "Coupon stack", "Published speeds"])(
  "%s fits beside the pane at 1280 pixels",
  (sheet) => {
    const { columns } = rectangleOf(lastOf("page", sheet)?.area ?? "");
    const width = (lastOf("widths", sheet)?.widths ?? []).slice(0, columns);
    // 828 pixels of the grid beside the pane, 7 a character.
    expect(width.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(828 / 7);
  },
);
