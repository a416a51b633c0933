/**
 * What a model says, as a text: models of the same values have the same text.
 *
 * @param model - A pool's model, or what the pools of a book have in common.
 * @returns The key under which results are kept that depend on nothing else.
 *
 * @example
 * modelKey({ timing: { delayDays: 24 }, spreadHalfLife: Infinity, par: Float64Array.of(0.04) }); // => '{"timing":{"delayDays":24},"spreadHalfLife":"Infinity","par":[0.04]}'
 */
export const modelKey = (model: object): string =>
  JSON.stringify(model, (_, value: unknown) => {
    if (value instanceof Float64Array) return Array.from(value);
    // A number that JSON does not know would be the same text as null.
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
