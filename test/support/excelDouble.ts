/*
 * A stand-in for Excel's object model, as far as officeWorkbook uses it: properties must be loaded
 * and synchronised before they are read, writes happen at sync, and faults carry the codes of
 * Microsoft's list "Excel JavaScript API error codes". It shows that the adapter keeps Office.js's
 * rules; it does not show that Excel behaves so.
 */
type Cell = string | number | boolean;

class ExcelFault extends Error {
  constructor(readonly code: string) {
    super(`Excel's own words for ${code}`);
  }
}

/** The workbook behind the double; tests look at it and change it. */
export interface DoubleState {
  /** Cells by sheet, then by "row,column" from 1. */
  readonly sheets: Map<string, Map<string, Cell>>;
  readonly tables: Map<string, { sheet: string; a1: string }>;
  readonly names: string[];
  /** Codes to fail with at the next syncs, one each. */
  readonly faults: string[];
  syncs: number;
}

const bounds = (a1: string) => {
  const [, left = "", top = "", right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(a1) ?? [];
  const number = (letters: string) =>
    [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
  return { top: +top, left: number(left), bottom: +bottom, right: number(right) };
};

/** Makes an `Excel` global over the state. */
export function excelDouble(state: DoubleState): {
  run: (batch: (context: unknown) => Promise<unknown>) => Promise<unknown>;
} {
  const run = async (batch: (context: unknown) => Promise<unknown>) => {
    const pending: (() => void)[] = [];
    const loaded = new WeakMap<object, Set<string>>();

    /** Gives an object whose named properties can be read once they were loaded and synchronised. */
    const loadable = <T extends object>(target: T, getters: Record<string, () => unknown>): T => {
      for (const [name, get] of Object.entries(getters)) {
        Object.defineProperty(target, name, {
          enumerable: true,
          configurable: true,
          get: () => {
            if (!loaded.get(target)?.has(name)) throw new ExcelFault("PropertyNotLoaded");
            return get();
          },
        });
      }
      return Object.assign(target, {
        load: (names: string) =>
          pending.push(() => {
            for (const get of names.split(",")) {
              const name = get.trim().split("/")[0] ?? "";
              getters[name]?.();
              loaded.set(target, (loaded.get(target) ?? new Set()).add(name));
            }
          }),
      });
    };

    const rangeOf = (sheet: () => string, a1: string) => {
      const cells = () => {
        const found = state.sheets.get(sheet());
        if (found === undefined) throw new ExcelFault("ItemNotFound");
        return found;
      };
      const { top, left, bottom, right } = bounds(a1);
      const range = loadable(
        { format: { autofitColumns: () => undefined } },
        {
          address: () => `'${sheet()}'!${a1}`,
          values: () =>
            Array.from({ length: bottom - top + 1 }, (_, i) =>
              Array.from(
                { length: right - left + 1 },
                (_, j) => cells().get(`${top + i},${left + j}`) ?? "",
              ),
            ),
        },
      );
      Object.defineProperty(range, "values", {
        ...Object.getOwnPropertyDescriptor(range, "values"),
        set: (values: Cell[][]) =>
          pending.push(() => {
            if (
              values.length !== bottom - top + 1 ||
              values.some((row) => row.length !== right - left + 1)
            ) {
              throw new ExcelFault("InvalidArgument");
            }
            values.forEach((row, i) =>
              row.forEach((cell, j) => {
                if (typeof cell === "string" && /^[=+\-@]/.test(cell))
                  throw new Error(`a formula was written: ${cell}`);
                cells().set(
                  `${top + i},${left + j}`,
                  typeof cell === "string" ? cell.replace(/^'/, "") : cell,
                );
              }),
            );
          }),
      });
      return Object.assign(range, { place: () => ({ sheet: sheet(), a1 }) });
    };

    const sheetOf = (name: string, isNullObject = false) => {
      const tables = {
        add: (range: { place: () => { sheet: string; a1: string } }) => {
          const table = { name: "Table1" };
          pending.push(() => {
            if (state.tables.has(table.name)) throw new ExcelFault("ItemAlreadyExists");
            state.tables.set(table.name, range.place());
          });
          return table;
        },
      };
      const getRange = (a1: string) => rangeOf(() => name, a1);
      return loadable({ isNullObject, getRange, tables }, { name: () => name });
    };

    const tableOf = (name: string) => {
      const place = () => {
        const found = state.tables.get(name);
        if (found === undefined) throw new ExcelFault("ItemNotFound");
        return found;
      };
      return {
        isNullObject: !state.tables.has(name),
        getRange: () => rangeOf(() => place().sheet, state.tables.get(name)?.a1 ?? "A1"),
        worksheet: loadable({}, { name: () => place().sheet }),
        resize: (range: { place: () => { sheet: string; a1: string } }) =>
          pending.push(() => {
            place();
            state.tables.set(name, range.place());
          }),
      };
    };

    const collection = (list: () => string[]) =>
      loadable({}, { items: () => list().map((name) => ({ name })) });
    const context = {
      workbook: {
        worksheets: Object.assign(
          collection(() => [...state.sheets.keys()]),
          {
            getItem: (name: string) => sheetOf(name),
            getItemOrNullObject: (name: string) => sheetOf(name, !state.sheets.has(name)),
            add: (name: string) => {
              pending.push(() => state.sheets.set(name, new Map()));
              return sheetOf(name);
            },
          },
        ),
        tables: Object.assign(
          collection(() => [...state.tables.keys()]),
          {
            getItem: tableOf,
            getItemOrNullObject: tableOf,
          },
        ),
        names: collection(() => state.names),
      },
      sync: () => {
        state.syncs++;
        const fault = state.faults.shift();
        const work = pending.splice(0);
        if (fault !== undefined) return Promise.reject(new ExcelFault(fault));
        try {
          work.forEach((step) => step());
          return Promise.resolve();
        } catch (error) {
          return Promise.reject(error as Error);
        }
      },
    };
    return batch(context);
  };
  return { run };
}

/** An empty workbook with one sheet. */
export const emptyWorkbook = (): DoubleState => ({
  sheets: new Map([["Sheet1", new Map()]]),
  tables: new Map(),
  names: [],
  faults: [],
  syncs: 0,
});
