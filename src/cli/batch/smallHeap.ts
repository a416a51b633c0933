/*
 * V8 collects what is no longer used when its heap has grown by a share. A job of any length leaves little and drops
 * much: it is collected after a block where there is more than a bound.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes in use, tables included, from which on a thread collects after a block. */
const MUCH = 40e6;

let collector: (() => void) | undefined;

/** Collects what this thread no longer uses, where it is much. */
export function keepHeapSmall(): void {
  const { used_heap_size: used, external_memory: external } = getHeapStatistics();
  if (used + external < MUCH) return;
  collector ??= exposedCollector();
  collector();
}

function exposedCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
