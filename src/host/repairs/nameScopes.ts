/* Names that are of one sheet alone, in formulas: which of several of one word a sheet knows. */
import type { IDefinedNamesService, IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { nameKey } from "../../workbook/sameName";
import type { FindSheet } from "./engineRepairs";
import { UNIT_ID } from "./unitId";

/** The engine's word for a name that is known on every sheet. */
export const EVERYWHERE = "AllDefaultWorkbook";

/** Texts and brackets, which have no names; a word, maybe with its sheet, that is no function. */
const PART =
  /"(?:[^"]|"")*"|\[[^\]]*\]|(?<![\p{L}\p{N}_.$\\?])(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?([\p{L}_\\][\p{L}\p{N}_.\\?]*)(?![\p{L}\p{N}_.\\?(!['])/gu;

/** What a word is marked by when it is of one sheet; followed by the number of the sheet. */
const MARK = ".name.of.sheet.";

/**
 * The engine finds a name by its word alone: a name of another sheet is taken, and of two sheets' names of
 * one word the last one is. Here the words of such names get the number of the sheet whose name is meant
 * before the engine reads a formula; a word that the sheet does not know is no name.
 */
export class NameScopes {
  private scoped: ReadonlySet<string> | null = null;
  /** Sheets by their numbers. */
  private readonly ids: string[] = [];

  /**
   * @param names - The engine's names; they are asked for marked words from now on.
   * @param findSheet - Finds a sheet by its name.
   */
  constructor(
    private readonly names: IDefinedNamesService,
    private readonly findSheet: FindSheet,
  ) {
    names.update$.subscribe(() => {
      this.scoped = null;
    });
    const byWord = names.getValueByName.bind(names);
    names.getValueByName = (unitId, name) => {
      const [word = "", number] = name.split(MARK);
      return number === undefined
        ? byWord(unitId, name)
        : this.knownOn(this.ids[Number(number)] ?? "", word);
    };
  }

  /**
   * A formula with the words of scoped names marked.
   *
   * @param formula - As it stands in a cell.
   * @param sheetId - The cell's sheet.
   * @returns The formula; unchanged where no name of one sheet has a word of it.
   */
  readonly textOn = (formula: string, sheetId: string): string => {
    const scoped = (this.scoped ??= this.scopedNames());
    if (scoped.size === 0) return formula;
    return formula.replace(PART, (text: string, sheet?: string, word?: string) => {
      if (word === undefined || !scoped.has(nameKey(word))) return text;
      const id = sheet === undefined ? sheetId : this.findSheet(UNIT_ID, unquoted(sheet));
      return id === undefined ? text : `${word}${MARK}${this.numberOf(id)}`;
    });
  };

  private scopedNames(): ReadonlySet<string> {
    return new Set(
      this.allNames()
        .filter((one) => isScoped(one))
        .map(({ name }) => nameKey(name)),
    );
  }

  private readonly allNames = () => Object.values(this.names.getDefinedNameMap(UNIT_ID) ?? {});

  private knownOn(sheetId: string, word: string): IDefinedNamesServiceParam | null {
    const all = this.allNames().filter(({ name }) => nameKey(name) === nameKey(word));
    return (
      all.find(({ localSheetId }) => localSheetId === sheetId) ??
      all.find((one) => !isScoped(one)) ??
      null
    );
  }

  private numberOf(id: string): number {
    const at = this.ids.indexOf(id);
    return at >= 0 ? at : this.ids.push(id) - 1;
  }
}

const isScoped = ({ localSheetId = EVERYWHERE }: IDefinedNamesServiceParam): boolean =>
  localSheetId !== "" && localSheetId !== EVERYWHERE;

const unquoted = (sheet: string): string =>
  sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
