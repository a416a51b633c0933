/* What the parts of the engine's grid are called that it leaves without a name. */

/** Its buttons, by the command that they run. */
export const COMMAND_NAMES: ReadonlyMap<string, string> = new Map([
  ["univer.command.undo", "Undo"],
  ["univer.command.redo", "Redo"],
  ["sheet.command.set-once-format-painter", "Copy the format"],
  ["sheet.command.clear-selection-all", "Clear contents and formats"],
  ["sheet.command.set-range-font-family", "Font"],
  ["sheet.command.set-range-fontsize", "Font size"],
  ["sheet.command.set-range-font-increase", "Larger font"],
  ["sheet.command.set-range-font-decrease", "Smaller font"],
  ["sheet.command.set-range-bold", "Bold"],
  ["sheet.command.set-range-italic", "Italic"],
  ["sheet.command.set-range-underline", "Underline"],
  ["sheet.command.set-range-stroke", "Strikethrough"],
  ["sheet.command.set-range-text-color", "Text colour"],
  ["sheet.command.set-background-color", "Fill colour"],
  ["sheet.command.set-border-basic", "Borders"],
  ["sheet.command.set-horizontal-text-align", "Horizontal alignment"],
  ["sheet.command.set-vertical-text-align", "Vertical alignment"],
  ["sheet.command.set-text-wrap", "Text wrapping"],
  ["sheet.command.set-text-rotation", "Text rotation"],
  ["sheet.command.add-worksheet-merge", "Merge cells"],
  ["sheet.operation.open.numfmt.panel", "Number format"],
  ["sheet.command.numfmt.set.percent", "Percent"],
  ["sheet.command.numfmt.set.currency", "Currency"],
  ["sheet.command.numfmt.add.decimal.command", "More decimals"],
  ["sheet.command.numfmt.subtract.decimal.command", "Fewer decimals"],
  ["sheet.command.add-range-protection-from-toolbar", "Protect cells"],
  ["base-ui.operation.toggle-shortcut-panel", "Keyboard shortcuts"],
  ["sheet.command.toggle-gridlines", "Gridlines"],
]);

/** Below the cells; panels and dialogs have a footer of their own. */
const FOOTER = "footer:has(> [data-range-selector])";

/** Attributes that the engine leaves out, by where each goes. */
export const GIVEN: readonly (readonly [selector: string, attribute: string, value: string])[] = [
  ['[data-u-comp="ribbon-header-menu"] [role="tablist"]', "aria-label", "Ribbon"],
  ['[data-u-command="sheet.command.set-range-font-family"] input', "aria-label", "Font"],
  ['[data-u-command="sheet.command.set-range-fontsize"] input', "aria-label", "Font size"],
  ['[data-u-comp="defined-name"] input', "aria-label", "Cell, range or name to go to"],
  ['[data-u-comp="defined-name"] a', "aria-label", "Names"],
  ['[data-u-comp="defined-name"] a', "role", "button"],
  ['[contenteditable="true"]', "role", "textbox"],
  ['[contenteditable="true"]', "aria-label", "Cells: arrow keys move, typing changes the cell"],
  ['canvas[tabindex="1"]', "tabindex", "-1"],
  ['[role="track"]', "role", "presentation"],
  ['[role="handle"]', "aria-label", "Zoom"],
  ['[role="handle"]', "role", "button"],
  [`${FOOTER} a[role="button"]`, "aria-label", "Zoom to 100%"],
  ['section[aria-live][aria-label^="Notifications"]', "aria-label", "Messages of the grid"],
  ["section[aria-live]:has(+ section[aria-live])", "aria-label", "Notices of the grid"],
];

/** What cannot be used while it is not shown. */
export const UNUSED =
  ':is([data-u-comp="headerbar"] [aria-hidden="true"], [data-u-comp="sidebar"][aria-expanded="false"])';

/** Buttons without a command, by where they are: their names in order, where there are so many. */
export const BUTTON_NAMES: readonly (readonly [selector: string, names: readonly string[]])[] = [
  ['[data-u-comp="formula-bar"] button', ["Taller formula bar"]],
  ['button[data-u-comp="sheet-bar-append-button"]', ["New sheet", "All sheets"]],
  [`${FOOTER} button[data-u-comp="button"]:not([aria-haspopup])`, ["Smaller", "Larger"]],
];

/** What the keyboard passes by one Tab each, and goes through by its arrows. */
export const ONE_STOP: readonly string[] = [
  '[data-u-comp="headerbar"]',
  '[data-u-comp="formula-bar"]',
  FOOTER,
];
