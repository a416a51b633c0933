import { LexerTreeBuilder } from "@univerjs/engine-formula";

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
  /** Whether a formula is read anew, though it has been read before. */
  _simpleCheckDefinedName(): boolean;
}

const MENDED = Symbol("names are mended");

/**
 * A formula keeps the old cells of a name that is defined anew: the engine notes of a formula's names
 * only those that stand for no cells, and keeps what it has read with the cells in place of the names,
 * also while no cell has that formula. It notes all names, in any case, and keeps formulas once, as
 * `repairCalculation` can forget them.
 */
export function repairNames(): void {
  const reader = LexerTreeBuilder.prototype as unknown as FormulaReader & { [MENDED]?: true };
  if (reader[MENDED]) return;
  reader[MENDED] = true;
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
