import { LexerTreeBuilder } from "@univerjs/engine-formula";

/** What the engine's reader of formulas knows of the defined names. */
interface NamesInFormula {
  readonly unitId?: string | null;
  readonly getValueByName: (
    unitId: string,
    name: string,
  ) => { readonly name: string; readonly formulaOrRefString: string } | null;
}

/** The members of the engine's reader that are fixed; it keeps them to itself. */
interface FormulaReader {
  getSequenceNode(sequence: unknown): readonly (string | { readonly token: string })[];
  _handleDefinedName: (
    this: FormulaReader,
    sequence: unknown,
    names: NamesInFormula,
  ) => { readonly definedNames: string[] };
  /** Whether a formula is read again, though it has been read before. */
  _simpleCheckDefinedName(): boolean;
}

const MENDED = Symbol("names are fixed");

/**
 * A formula keeps the old cells of a name that is defined again: the engine notes of a formula's names
 * only those that stand for no cells, and keeps what it has read with the cells in place of the names,
 * also while no cell has that formula. It notes all names, in any case, and keeps formulas once, as
 * `repairCalculation` can forget them.
 *
 * It also puts the words of a name in its place as they are: with a name for `1+2`, twice the name was 5.
 */
export function repairNames(): void {
  const reader = LexerTreeBuilder.prototype as unknown as FormulaReader & { [MENDED]?: true };
  if (reader[MENDED]) return;
  reader[MENDED] = true;
  const original = reader._handleDefinedName;
  reader._handleDefinedName = function (this: FormulaReader, sequence, names) {
    const { unitId } = names;
    const result = original.call(this, sequence, {
      ...names,
      getValueByName: (unit, name) => {
        const found = names.getValueByName(unit, name);
        return found && { ...found, formulaOrRefString: asOperand(found.formulaOrRefString) };
      },
    });
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

/** Sheets' names, texts, and what stands in brackets, from the inside out. */
const CLOSED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\([^()]*\)|\{[^{}]*\}|\[[^[\]]*\]/g;
const OPERATOR = /[-+*/^&=<>]/;

/** A formula of operators stands in brackets; what else a name stands for is a whole without them. */
function asOperand(formula: string): string {
  if (!formula.startsWith("=")) return formula;
  const body = formula.slice(1);
  let open = body;
  for (let before = ""; before !== open;) {
    before = open;
    open = open.replace(CLOSED, "");
  }
  return OPERATOR.test(open) ? `=(${body})` : formula;
}
