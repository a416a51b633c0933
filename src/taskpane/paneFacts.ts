/* What the pane is given beside the workbook. */

/** An argument as functions.json describes it. */
export interface ArgumentDescription {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

/** A worksheet function as functions.json describes it. */
export interface FunctionDescription {
  readonly id: string;
  /** The name in a cell, without the namespace. */
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters?: readonly ArgumentDescription[];
}

/** The worksheet functions: what they are, and the functions themselves. */
export interface WorksheetFunctions {
  readonly descriptions: readonly FunctionDescription[];
  /** By id in upper case. */
  readonly implementations: ReadonlyMap<string, (...args: unknown[]) => unknown>;
}

/** A function that gave an error in a cell, and the error's words. */
export interface FunctionError {
  readonly functionName: string;
  readonly message: string;
}

/** What the pane shows beside what the workbook holds. */
export interface PaneFacts {
  readonly version: string;
  readonly build: string;
  readonly functions: WorksheetFunctions;
  /** The last error of a worksheet function, or null; null itself where the host shows it at the cell. */
  readonly lastError: (() => FunctionError | null) | null;
  /** The address of the script that studies a rule beside the page. */
  readonly studyWorker: string;
  /** The language tag by which numbers and dates are written, for example "de-DE". */
  readonly locale: string;
  /** Asked before the sample book is added; resolves to whether it may be. Left out, it may. */
  readonly beforeSample?: () => Promise<boolean>;
}
