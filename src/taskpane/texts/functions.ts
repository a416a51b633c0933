/** The texts of the screen *Functions*. */
export const functions = {
  heading: "Functions",
  search: "Search functions by word",
  found: (count: number) => `${count} function${count === 1 ? "" : "s"}`,
  back: "All functions",
  help: "Help on this function",
  optional: (name: string) => `${name} (may be left out)`,
  standard: "the default",
  pick: "Use the selected cells",
  picked: (name: string, place: string) => `${name} is ${place}.`,
  incomplete: "The result shows here when the arguments above are complete.",
  preview: "Result",
  more: (rows: number) => `and ${rows} more row${rows === 1 ? "" : "s"}`,
  insert: "Insert into the selected cell",
  inserted: (place: string) => `The formula is in ${place}.`,
} as const;
