import type { FunctionDescription } from "../paneFacts";
import { search } from "../searching";
import { categories } from "../texts/categories";

/**
 * The functions that the list shows.
 *
 * @param descriptions - All functions.
 * @param wanted - What is searched for; "" for nothing.
 * @param category - Only those of a category; "" for all.
 * @returns In the order of the alphabet; the nearest first where something is searched for.
 */
export function listFunctions(
  descriptions: readonly FunctionDescription[],
  wanted: string,
  category: string,
): readonly FunctionDescription[] {
  const names = categories.find(([name]) => name === category)?.[1];
  const all = descriptions
    .filter(({ id }) => names === undefined || names.includes(id))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return wanted.trim() === "" ? all : search(all, wanted, describe);
}

const describe = ({ id, name, description = "", parameters = [] }: FunctionDescription) => ({
  name: id,
  label: name,
  more: [description, ...parameters.map((one) => one.name)].join(" "),
});
