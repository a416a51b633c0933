import { LexerTreeBuilder } from "@univerjs/engine-formula";

/** What the engine's reader of formulas knows of the defined names. */
interface NamesInFormula {
  readonly unitId?: string | null;
  readonly getValueByName: (unitId: string, name: string) => { readonly name: string } | null;
  readonly getDirtyDefinedNameMap: () => Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The members of the engine's reader that are mended; it keeps them to itself. */
interface FormulaReader {
  getSequenceNode(sequence: unknown): readonly (string | { readonly token: string })[];
  _handleDefinedName: (
    this: FormulaReader,
    sequence: unknown,
    names: NamesInFormula,
  ) => { readonly definedNames: string[] };
  _simpleCheckDefinedName(formula: string, names: NamesInFormula): boolean;
}

const MENDED = Symbol("names are mended");

/**
 * A formula keeps the old cells of a name that is defined anew: the engine keeps parsed formulas,
 * and notes of a formula's names only those that stand for no cells. It notes all of them, in any case.
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
  reader._simpleCheckDefinedName = (formula, names) => {
    const { unitId } = names;
    const dirty = unitId == null ? {} : (names.getDirtyDefinedNameMap()[unitId] ?? {});
    const text = formula.toLowerCase();
    return Object.keys(dirty).some((name) => text.includes(name.toLowerCase()));
  };
}
