/*
 * Excel keeps for itself what a script associates. The pane shows numbers that the same functions give,
 * so it needs them too: every function that is associated after this file has run is listed here. What
 * the pane calls stands in no cell, so its errors are not remembered; those of cells are.
 */
import { fromCells } from "./excel/lastError";

/** A worksheet function as it is registered: any number of arguments. */
export type WorksheetFunction = (...args: unknown[]) => unknown;

const functions = new Map<string, WorksheetFunction>();

/** The worksheet functions by id in upper case. */
export const ASSOCIATED: ReadonlyMap<string, WorksheetFunction> = functions;

const associate = CustomFunctions.associate.bind(CustomFunctions) as (
  id: string,
  run: WorksheetFunction,
) => void;

Object.assign(CustomFunctions, {
  associate: (id: string, run: WorksheetFunction): void => {
    functions.set(id.toUpperCase(), run);
    associate(id, fromCells(id.toUpperCase(), run));
  },
});
