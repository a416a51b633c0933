/* Tools that say what there is: the functions by words or category, and one of them in full. */
import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { categories } from "../../catalogue/categories";
import { listFunctions } from "../../catalogue/listFunctions";
import { nearest } from "../../calc/numeric/nearest";
import type { FunctionMetadata } from "../../host/runtime/functionMetadata";
import { UsageError } from "../usageError";
import { answered, type Origin } from "./answers";

const LONGEST_SEARCH = 200;
const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const;

/**
 * Adds the tools `list_functions` and `describe_function`.
 *
 * @param server - The server.
 * @param functions - What functions.json says.
 * @param origin - What gives the answers.
 */
export function addCatalogueTools(
  server: McpServer,
  functions: readonly FunctionMetadata[],
  origin: Origin,
): void {
  const names = categories.map(([name]) => name) as [string, ...string[]];
  server.registerTool(
    "list_functions",
    {
      title: "List functions",
      description:
        "Lists the worksheet functions by name with one sentence each. Search by words of the field, such as “how cheap” or “option-adjusted”, or by category.",
      inputSchema: z.strictObject({
        search: z
          .string()
          .max(LONGEST_SEARCH)
          .optional()
          .describe("Words; the nearest come first."),
        category: z.enum(names).optional(),
      }),
      annotations: READ_ONLY,
    },
    ({ search = "", category = "" }) =>
      answered(origin, () =>
        Promise.resolve({
          functions: listFunctions(functions, search, category).map((one) => ({
            call: signature(one),
            about: (one.description ?? "").split(/(?<=\.)\s/)[0],
          })),
        }),
      ),
  );
  server.registerTool(
    "describe_function",
    {
      title: "Describe a function",
      description:
        "Says what a function computes, and of each argument what it is, its unit and its default.",
      inputSchema: z.strictObject({
        name: z.string().max(LONGEST_SEARCH).describe("Such as ZSCORE or RV.ZSCORE."),
      }),
      annotations: READ_ONLY,
    },
    ({ name }) => answered(origin, () => Promise.resolve(described(functions, name))),
  );
}

const signature = ({ name, parameters = [] }: FunctionMetadata): string =>
  `RV.${name}(${parameters.map((one) => (one.optional === true ? `[${one.name}]` : one.name)).join(", ")})`;

function described(functions: readonly FunctionMetadata[], typed: string): Record<string, unknown> {
  const wanted = typed.trim().toUpperCase().replace(/^RV\./, "");
  const found = functions.find(({ name }) => name.toUpperCase() === wanted);
  if (found === undefined) {
    const meant = nearest(
      wanted,
      functions.map(({ name }) => name),
    );
    throw new UsageError(
      `there is no function ${typed}` + (meant === null ? "" : `; the nearest is ${meant}`),
    );
  }
  const { name, description, parameters = [] } = found;
  return {
    call: signature(found),
    description,
    category: categories.find(([, all]) => all.includes(name))?.[0],
    arguments: parameters.map((one) => ({
      name: one.name,
      about: one.description,
      isOptional: one.optional === true,
      takesCells: one.dimensionality === "matrix",
    })),
    conventions: CONVENTIONS,
  };
}

/** Units and signs of all functions. */
export const CONVENTIONS =
  "Rates, yields, returns and probabilities are decimals (5% is 0.05; the text 5% is understood); spreads and costs are basis points; prices are per 100 (the text 99-16+ is understood); durations are years. gap = MBS − corporate. A z-score above 0 means mortgages cheap, below 0 mortgages rich. Series are one row or one column, oldest first. #N/A is a missing value, never 0.";
