/*
 * The objects of Excel's that officeWorkbook uses, answered from the embedded engine: cells,
 * formulas, names and sheets are the engine's; tables are what the engine has for them; charts are
 * recorded. How it fails is written from Microsoft's documentation, not from our adapter.
 */
import { define, namesOf, placeOfName } from "../../src/host/definedNames";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { a1Of, bodyOf, rectangleOf } from "../../src/workbook/a1";
import type { Place } from "../../src/workbook/workbookPort";
import { rangeObject, usedRange, type EngineSheet, type RangeObject } from "./excelCells";
import { NULL_OBJECT, RichApiError, type ModelObject } from "./richApiExecutor";

/** What tests look at and turn. */
export interface ExcelState {
  /** Sheets that are protected, by name. */
  readonly protectedSheets: Set<string>;
  isReadOnly: boolean;
  isStructureProtected: boolean;
  readonly charts: {
    id: string;
    sheet: string;
    name: string;
    title: string;
    type: string;
    lines: string;
    x: string[];
    /** How each series is drawn where that was set. */
    looks: Record<string, unknown>[];
    over: string;
  }[];
  /** Whether something was written that has not been calculated. */
  isDirty: boolean;
  /** Registered events that the engine's own listeners drive, by Microsoft's name. */
  readonly registered: Set<string>;
}

/** A workbook in which nothing is protected. */
export const unprotected = (): ExcelState => ({
  protectedSheets: new Set(),
  isReadOnly: false,
  isStructureProtected: false,
  charts: [],
  isDirty: false,
  registered: new Set(),
});

/** The root of the model: Microsoft's client begins at the application or its workbook. */
export function excelModel(book: Spreadsheet, state: ExcelState): ModelObject {
  const engine = () => book.workbook;
  let chartCount = 0;
  const guardBook = () => {
    if (state.isReadOnly) throw new RichApiError("AccessDenied");
  };
  const guard = (sheet: string) => {
    guardBook();
    if (state.protectedSheets.has(sheet)) throw new RichApiError("AccessDenied");
  };
  const wrote = () => {
    state.isDirty = true;
  };
  const cells = { book, guard, wrote };
  const fold = (name: string) => name.toLowerCase();
  const findSheet = (key: string): EngineSheet | undefined =>
    engine()
      .getSheets()
      .find((one) => one.getSheetId() === key || fold(one.getSheetName()) === fold(key));
  const orMissing = <T>(found: T | null | undefined): T => {
    if (found == null) throw new RichApiError("ItemNotFound");
    return found;
  };
  const isTaken = (name: string) =>
    [...namesOf(engine(), "names"), ...namesOf(engine(), "tables")].some(
      (one) => fold(one) === fold(name),
    );

  const rangeAt = ({ sheet, a1 }: Place): RangeObject =>
    rangeObject(cells, orMissing(findSheet(sheet)), a1);

  const table = (given: string): ModelObject => {
    let name = given;
    const place = () => orMissing(placeOfName(engine(), name, "tables"));
    const forget = () => {
      engine().getDefinedName(name)?.delete();
      wrote();
    };
    return {
      type: "Table",
      get: { name: () => (place(), name) },
      set: {
        name: (wanted: string) => {
          const at = place();
          guard(at.sheet);
          if (isTaken(wanted)) throw new RichApiError("ItemAlreadyExists");
          forget();
          define(engine(), wanted, at, "tables");
          name = wanted;
        },
      },
      call: {
        getRange: () => rangeAt(place()),
        resize: (to: RangeObject) => {
          const at = place();
          guard(at.sheet);
          const [from, next] = [rectangleOf(at.a1), rectangleOf(to.a1)];
          if (from.row !== next.row || from.column !== next.column || at.sheet !== to.sheet) {
            throw new RichApiError("InvalidArgument");
          }
          define(engine(), name, to, "tables");
          wrote();
        },
        convertToRange: () => {
          const at = place();
          guard(at.sheet);
          forget();
          return rangeAt(at);
        },
      },
    };
  };
  const findTable = (name: string): ModelObject | null => {
    const known = namesOf(engine(), "tables").find((one) => fold(one) === fold(name));
    return known === undefined ? null : table(known);
  };

  const item = (name: string): ModelObject => {
    const defined = () => orMissing(engine().getDefinedName(name));
    return {
      type: "NamedItem",
      get: {
        name: () => name,
        formula: () => `=${defined().getFormulaOrRefString().replace(/^=/, "")}`,
      },
      set: {
        formula: (formula: string) => {
          guardBook();
          defined().setRef(formula.replace(/^=/, ""));
          wrote();
        },
      },
      call: {
        delete: () => {
          guardBook();
          defined().delete();
          wrote();
        },
        getRangeOrNullObject: () => {
          const place = placeOfName(engine(), name, "names");
          const sheet = place && findSheet(place.sheet);
          return place && sheet ? rangeAt(place) : NULL_OBJECT;
        },
      },
    };
  };
  const findItem = (name: string): ModelObject | null => {
    const known = namesOf(engine(), "names").find((one) => fold(one) === fold(name));
    return known === undefined ? null : item(known);
  };

  const recorded = (look: Record<string, unknown>, properties: readonly string[]) =>
    Object.fromEntries(
      properties.map((property) => [
        property,
        (value: unknown) => {
          look[property] = value;
        },
      ]),
    );
  const lookOf = (look: Record<string, unknown>): ModelObject => ({
    type: "ChartSeriesFormat",
    has: {
      line: () => ({
        type: "ChartLineFormat",
        set: recorded(look, ["color", "lineStyle", "weight"]),
      }),
      fill: () => ({
        type: "ChartFill",
        call: {
          setSolidColor: (color: string) => {
            look["fill"] = color;
          },
        },
      }),
    },
  });
  const MARKER = ["markerStyle", "markerSize", "markerForegroundColor", "markerBackgroundColor"];
  const chart = (one: ExcelState["charts"][number]): ModelObject => ({
    type: "Chart",
    get: { name: () => one.name, id: () => one.id },
    set: {
      name: (name: string) => {
        one.name = name;
      },
      plotVisibleOnly: (only: boolean) => {
        if (only) throw new RichApiError("InvalidArgument");
      },
    },
    has: {
      title: () => ({
        type: "ChartTitle",
        set: {
          text: (text: string) => {
            one.title = text;
          },
        },
      }),
      series: () => ({
        type: "ChartSeriesCollection",
        get: { count: () => rectangleOf(one.lines).columns },
        call: {
          getItemAt: (i: number) => {
            const last = rectangleOf(one.lines).columns - 1;
            if (i > last) throw new RichApiError("InvalidArgument");
            return {
              type: "ChartSeries",
              set: recorded((one.looks[i] ??= {}), [...MARKER, "hasDataLabels"]),
              has: { format: () => lookOf((one.looks[i] ??= {})) },
              call: {
                setValues: (range: RangeObject) => {
                  const { row, column, rows } = rectangleOf(range.a1);
                  const { columns } = rectangleOf(one.lines);
                  // The model's lines stand side by side, and have their headings.
                  one.lines = a1Of({ row: row - 1, column: column - i, rows: rows + 1, columns });
                },
                setXAxisValues: (range: RangeObject) => {
                  one.x[i] = range.a1;
                },
              },
            };
          },
        },
      }),
    },
    call: {
      setPosition: (first: string, last: string) => {
        one.over = `${first}:${last}`;
      },
      delete: () => {
        state.charts.splice(state.charts.indexOf(one), 1);
      },
    },
  });

  const sheetObject = (worksheet: EngineSheet): ModelObject => {
    const name = () => orMissing(findSheet(worksheet.getSheetId())).getSheetName();
    const ofSheet = () => state.charts.filter(({ sheet }) => sheet === name());
    const setPage = (page: { area?: string }) => {
      const config = worksheet.getSheet().getConfig();
      config.custom = { ...config.custom, page };
    };
    const setFreeze = (rows: number, columns: number) => {
      guard(name());
      worksheet.setFreeze({ xSplit: columns, ySplit: rows, startRow: rows, startColumn: columns });
    };
    return {
      type: "Worksheet",
      get: { name, id: () => worksheet.getSheetId() },
      call: {
        getRange: (a1: string) => rangeObject(cells, worksheet, a1),
        getUsedRangeOrNullObject: () => usedRange(cells, worksheet),
        activate: () => {
          engine().setActiveSheet(worksheet);
        },
        delete: () => {
          guardBook();
          // A sheet's tables go with it; names that stand for its cells stay.
          for (const one of namesOf(engine(), "tables")) {
            if (placeOfName(engine(), one, "tables")?.sheet === name()) {
              engine().getDefinedName(one)?.delete();
            }
          }
          engine().deleteSheet(worksheet);
          wrote();
        },
      },
      has: {
        protection: () => ({
          type: "WorksheetProtection",
          get: { protected: () => state.protectedSheets.has(name()) },
        }),
        pageLayout: () => ({
          type: "PageLayout",
          set: {
            orientation: (orientation: string) => {
              guard(name());
              if (orientation !== "Landscape") throw new RichApiError("InvalidArgument");
              setPage({});
            },
            zoom: ({ horizontalFitToPages }: { horizontalFitToPages?: number }) => {
              if (horizontalFitToPages !== 1) throw new RichApiError("InvalidArgument");
            },
          },
          call: {
            setPrintArea: (area: string) => {
              rectangleOf(area);
              setPage({ area });
            },
          },
          has: {
            headersFooters: () => ({
              type: "HeaderFooterGroup",
              has: {
                defaultForAllPages: () => ({
                  type: "HeaderFooter",
                  set: { leftFooter: () => undefined, rightFooter: () => undefined },
                }),
              },
            }),
          },
        }),
        freezePanes: () => ({
          type: "WorksheetFreezePanes",
          call: {
            freezeAt: (a1: string) => {
              const { rows, columns } = rectangleOf(a1);
              setFreeze(rows, columns);
            },
            freezeRows: (rows: number) => {
              setFreeze(rows, 0);
            },
            freezeColumns: (columns: number) => {
              setFreeze(0, columns);
            },
            unfreeze: () => {
              setFreeze(0, 0);
            },
          },
        }),
        tables: () => ({
          type: "TableCollection",
          call: {
            add: (a1: string) => {
              guard(name());
              bodyOf(a1);
              let number = 1;
              while (isTaken(`Table${number}`)) number++;
              define(engine(), `Table${number}`, { sheet: name(), a1 }, "tables");
              wrote();
              return table(`Table${number}`);
            },
          },
        }),
        charts: () => ({
          type: "ChartCollection",
          items: () => ofSheet().map(chart),
          call: {
            add: (type: string, lines: RangeObject) => {
              guard(name());
              const one = {
                id: `chart ${++chartCount}`,
                sheet: name(),
                name: `Chart ${chartCount}`,
                title: "",
                type,
                lines: lines.a1,
                x: [],
                looks: [],
                over: "",
              };
              state.charts.push(one);
              return chart(one);
            },
            // The client finds a chart of a list by its id.
            getItem: (id: string) => chart(orMissing(ofSheet().find((one) => one.id === id))),
          },
        }),
      },
    };
  };

  const workbook: ModelObject = {
    type: "Workbook",
    has: {
      worksheets: () => ({
        type: "WorksheetCollection",
        items: () => engine().getSheets().map(sheetObject),
        call: {
          getItem: (key: string) => sheetObject(orMissing(findSheet(key))),
          getItemOrNullObject: (key: string) => {
            const found = findSheet(key);
            return found ? sheetObject(found) : NULL_OBJECT;
          },
          add: (name: string) => {
            guardBook();
            if (state.isStructureProtected) throw new RichApiError("AccessDenied");
            if (findSheet(name)) throw new RichApiError("ItemAlreadyExists");
            return sheetObject(engine().create(name, 1000, 26));
          },
          _RegisterDataChangedEvent: () => void state.registered.add("DataChanged"),
          _UnregisterDataChangedEvent: () => void state.registered.delete("DataChanged"),
        },
      }),
      tables: () => ({
        type: "TableCollection",
        items: () => namesOf(engine(), "tables").map(table),
        call: {
          getItem: (name: string) => orMissing(findTable(name)),
          getItemOrNullObject: (name: string) => findTable(name) ?? NULL_OBJECT,
        },
      }),
      names: () => ({
        type: "NamedItemCollection",
        items: () => namesOf(engine(), "names").map(item),
        call: {
          getItem: (name: string) => orMissing(findItem(name)),
          getItemOrNullObject: (name: string) => findItem(name) ?? NULL_OBJECT,
          add: (name: string, formula: string) => {
            guardBook();
            if (isTaken(name)) throw new RichApiError("ItemAlreadyExists");
            const builder = engine().newDefinedNameBuilder().setName(name);
            engine().insertDefinedNameBuilder(builder.setRef(formula.replace(/^=/, "")).build());
            wrote();
            return item(name);
          },
        },
      }),
      protection: () => ({
        type: "WorkbookProtection",
        get: { protected: () => state.isStructureProtected },
      }),
    },
    call: {
      getSelectedRanges: () => ({
        type: "RangeAreas",
        has: {
          areas: () => ({
            type: "RangeCollection",
            call: {
              getItemAt: () => {
                const sheet = engine().getActiveSheet();
                const a1 = engine().getActiveRange()?.getA1Notation() ?? "A1";
                return rangeObject(cells, sheet, a1);
              },
            },
          }),
        },
      }),
    },
  };
  return { ...workbook, has: { ...workbook.has, workbook: () => workbook } };
}
