import { BaseReferenceObject, FORMULA_REF_TO_ARRAY_CACHE } from "@univerjs/engine-formula";

/** How the engine's caches name what they keep; it keeps the member to itself. */
interface CacheOfTexts {
  _hash(text: string): string;
}

/**
 * Formulas of more than 64 characters are kept under a number of 32 bits: of two that have the same
 * number, the second gets the first one's answer. They are kept under their own text.
 */
export function repairFormulaCaches(): void {
  // All the engine's caches of texts are of one class, of which this is the one that it shows.
  const caches = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as CacheOfTexts;
  caches._hash = (text) => text;
}

const toArray = Object.getOwnPropertyDescriptor(BaseReferenceObject.prototype, "toArrayValueObject")
  ?.value as BaseReferenceObject["toArrayValueObject"];

/** To keep what one cell holds costs more than to read it again: only larger references are kept. */
export function readCellsAgain(): void {
  BaseReferenceObject.prototype.toArrayValueObject = function (
    this: BaseReferenceObject,
    useCache = true,
  ) {
    return toArray.call(this, useCache && !this.isCell());
  };
}
