/**
 * The `CustomFunctions` global that Excel offers to an add-in's functions script: the part of
 * Microsoft's custom-functions runtime that a built bundle touches when it loads and runs.
 */

/** The codes of Microsoft's runtime. */
export const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

const CODES: ReadonlySet<string> = new Set(Object.values(ErrorCode));

/** What a function throws, returns in a cell, or finds in a range: `CustomFunctions.Error`. */
export class CustomFunctionError extends Error {
  /**
   * @param code - One of {@link ErrorCode}.
   * @param message - Why; Excel shows it with `#VALUE!` and `#N/A`.
   */
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
    this.name = "CustomFunctions.Error";
  }
}

/** What a script associates with an id: any number of arguments, then the invocation. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** The functions that a script has associated, by id in upper case. */
export type AssociatedFunctions = ReadonlyMap<string, CustomFunction>;

/**
 * Installs the `CustomFunctions` global; run the functions script after this.
 *
 * @param scope - Where the script looks for it: `globalThis`, or a window.
 * @returns The functions that scripts associate from now on; it fills as they run.
 */
export function installCustomFunctions(scope: object): AssociatedFunctions {
  const associated = new Map<string, CustomFunction>();
  const associate = (idOrFunctions: unknown, implementation?: unknown): void => {
    const entries: [string, unknown][] =
      typeof idOrFunctions === "string"
        ? [[idOrFunctions, implementation]]
        : Object.entries(idOrFunctions as object);
    for (const [id, run] of entries) {
      if (typeof run !== "function") {
        throw new TypeError(`${id} is associated with ${typeof run}; it must be a function`);
      }
      associated.set(id.toUpperCase(), run as CustomFunction);
    }
  };
  Object.assign(scope, { CustomFunctions: { associate, Error: CustomFunctionError, ErrorCode } });
  return associated;
}

/**
 * The code that a cell shows for what a function threw.
 *
 * @param thrown - Anything that was thrown or rejected.
 * @returns The code of a `CustomFunctions.Error`, `#VALUE!` for anything else.
 */
export function codeOf(thrown: unknown): string {
  const { code } = Object(thrown) as { code?: unknown };
  return typeof code === "string" && CODES.has(code) ? code : ErrorCode.invalidValue;
}

/**
 * The words of what a function threw.
 *
 * @param thrown - Anything that was thrown or rejected.
 * @returns Its message, or the thing itself as text.
 */
export function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : String(thrown);
}
