import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { hiddenQuotes, shownQuotes } from "./formulaQuotes";

/** A character of a formula, and what the engine has read of its part by then. */
interface ReadCharacter {
  segment: string;
  currentString: string;
}

/** The members of the engine's reader of formulas that are repaired; it keeps them to itself. */
interface FormulaReader {
  _segment: string;
  _currentLexerNode: { getChildren(): readonly unknown[] };
  _nodeMaker: (
    this: FormulaReader,
    formula: string,
    read?: ReadCharacter[],
    place?: number,
  ) => unknown;
  _formulaSpellCheck: (this: FormulaReader) => boolean;
  /** Whether what stands at a place cannot end an operand. */
  _formulaErrorLastTokenCheck: (
    this: FormulaReader,
    characters: readonly string[],
    place: number,
  ) => boolean;
  _isScientificNotation: (
    this: FormulaReader,
    characters: readonly string[],
    place: number,
    sign: string,
  ) => boolean;
}

/** What an array constant may follow. */
const BEFORE_ARRAY = /^(?:[-+*/^&=<>(]|<=|>=|<>)$/;
const MANTISSA = /^[+-]?\s*(?:\d+\.?\d*|\.\d+)e$/i;
const REPAIRED = Symbol("formulas are read as they are typed");

/**
 * The engine misreads texts with doubled quotes, refuses `50%%` and `1+2*{1,2,3}`, for it looks at the
 * first operand in place of the last, and takes `1.E+3` and `R1E+3` for what they are not.
 */
export function repairLexer(): void {
  const reader = LexerTreeBuilder.prototype as unknown as FormulaReader & { [REPAIRED]?: true };
  if (reader[REPAIRED]) return;
  reader[REPAIRED] = true;

  const nodeMaker = reader._nodeMaker;
  reader._nodeMaker = function (formula, read, place) {
    const hidden = hiddenQuotes(formula);
    const made = nodeMaker.call(this, hidden, read, place);
    if (hidden === formula) return made;
    for (const character of read ?? []) {
      character.segment = shownQuotes(character.segment);
      character.currentString = shownQuotes(character.currentString);
    }
    return made;
  };

  const spellCheck = reader._formulaSpellCheck;
  reader._formulaSpellCheck = function () {
    if (spellCheck.call(this)) return true;
    const last = this._currentLexerNode.getChildren().at(-1);
    return typeof last === "string" && BEFORE_ARRAY.test(last.trim());
  };

  const cannotEnd = reader._formulaErrorLastTokenCheck;
  reader._formulaErrorLastTokenCheck = function (characters, place) {
    let first = place;
    for (let i = place; characters[i] === "%" || characters[i] === " "; i--) {
      if (characters[i] === "%") first = i;
    }
    return cannotEnd.call(this, characters, first);
  };

  reader._isScientificNotation = function (characters, place, sign) {
    if (sign !== "+" && sign !== "-") return false;
    return MANTISSA.test(this._segment.trim()) && /\d/.test(characters[place + 1] ?? "");
  };
}
