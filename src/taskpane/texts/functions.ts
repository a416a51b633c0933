import { tidy } from "../../calc/numeric/tidy";

/** The texts of the screen *Functions*. */
export const functions = {
  heading: "Functions",
  search: "Search functions by word",
  category: "Category",
  allCategories: "All",
  list: "Functions found",
  choose: "Fill in its arguments",
  found: (count: number) => `${count} function${count === 1 ? "" : "s"}`,
  back: "All functions",
  help: "Help on this function",
  optional: (name: string) => `${name} (may be left out)`,
  pick: "Use the selected cells",
  picked: (name: string, place: string) => `${name} is ${place}.`,
  incomplete: "The result shows here when the arguments above are complete.",
  readAs: {
    number: (value: number) => `Read as ${value}.`,
    percent: (value: number) => `Read as ${tidy(value)}, a decimal.`,
    basisPoints: (value: number) => `Read as ${tidy(value)} basis points.`,
    price: (value: number) => `Read as ${value} per 100.`,
    day: (day: string) => `Read as ${day}.`,
    cells: (place: string, rows: number, columns: number) =>
      `${place}: ${rows} row${rows === 1 ? "" : "s"}, ${columns} column${columns === 1 ? "" : "s"}.`,
  },
  preview: "Result",
  more: (rows: number) => `and ${rows} more row${rows === 1 ? "" : "s"}`,
  insert: "Insert into the selected cell",
  inserted: (place: string) => `The formula is in ${place}.`,
} as const;
