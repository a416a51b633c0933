import { categories } from "./categories";
import { search } from "./searching";

/** A worksheet function as functions.json describes it. */
export interface ListedFunction {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string }[];
}

/**
 * Lists functions.
 *
 * @param descriptions - All functions.
 * @param wanted - What is searched for; "" for nothing.
 * @param category - Only those of a category; "" for all.
 * @returns In the order of the alphabet; the nearest first where something is searched for.
 */
export function listFunctions<T extends ListedFunction>(
  descriptions: readonly T[],
  wanted: string,
  category: string,
): readonly T[] {
  const names = categories.find(([name]) => name === category)?.[1];
  const all = descriptions
    .filter(({ id }) => names === undefined || names.includes(id))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return wanted.trim() === "" ? all : search(all, wanted, describe);
}

const describe = ({ id, name, description = "", parameters = [] }: ListedFunction) => ({
  name: id,
  label: name,
  more: [description, ...parameters.map((one) => one.name)].join(" "),
});
