import type { Identity } from "../identity";
import type { EncodedBlock } from "./encoder";

/** What a job has done. */
export interface Done {
  readonly rows: number;
  /** Rows that have words in the column `error`. */
  readonly errors: number;
}

/** What goes beside the rows: what they come from, and how many they are. */
export interface Receipt extends Identity {
  readonly rows: number;
  readonly errors: number;
}

/** Where encoded rows go. */
export interface Output {
  /** What an earlier run has finished. */
  readonly begun: Done;
  /** Whether a later run can go on with it. */
  readonly isKept: boolean;
  append(block: EncodedBlock, done: Done): Promise<void>;
  /** Ends the output: only now has it its name. */
  finish(tail: Uint8Array, receipt: Receipt): Promise<void>;
  /** Ends without a result; what is finished stays for a later run. */
  abandon(): Promise<void>;
}
