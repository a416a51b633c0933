import {
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";

/** What the engine's reader of formulas knows of the defined names. */
interface NamesInFormula {
  readonly unitId?: string | null;
  readonly getValueByName: (unitId: string, name: string) => { readonly name: string } | null;
}

/** The members of the engine's reader that are mended; it keeps them to itself. */
interface FormulaReader {
  getSequenceNode(sequence: unknown): readonly (string | { readonly token: string })[];
  _handleDefinedName: (
    this: FormulaReader,
    sequence: unknown,
    names: NamesInFormula,
  ) => { readonly definedNames: string[] };
  /** Whether a formula that has been read must be read again. */
  _simpleCheckDefinedName: () => boolean;
}

const MENDED = Symbol("names are mended");

/**
 * A formula keeps the old cells of a name that is defined anew: the engine keeps what it has read of
 * a formula with the names' cells in it, and notes of its names only those that stand for no cells.
 * It notes all of them, in any case, and reads again what it has to parse again; the parsed formulas
 * are forgotten by {@link changesNames}.
 */
export function repairNames(): void {
  const reader = LexerTreeBuilder.prototype as unknown as FormulaReader & { [MENDED]?: true };
  if (reader[MENDED]) return;
  reader[MENDED] = true;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on its reader below
  const original = reader._handleDefinedName;
  reader._handleDefinedName = function (this: FormulaReader, sequence, names) {
    const result = original.call(this, sequence, names);
    const { unitId } = names;
    if (unitId == null) return result;
    for (const node of this.getSequenceNode(sequence)) {
      if (typeof node === "string") continue;
      const name = names.getValueByName(unitId, node.token)?.name;
      if (name !== undefined) result.definedNames.push(name);
    }
    return result;
  };
  reader._simpleCheckDefinedName = () => true;
}

/**
 * Whether a command changes what a name stands for, so that no parsed formula may be used again.
 * @param id - The command's id.
 * @returns True for defining, moving and deleting a name.
 */
export const changesNames = (id: string): boolean =>
  id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id;
