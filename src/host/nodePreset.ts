import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import enUS from "@univerjs/preset-sheets-node-core/locales/en-US";
import type { EnginePreset } from "./enginePreset";
import { withLateSkeletons } from "./lateSkeletons";

/**
 * The engine without a screen.
 * @returns The plugins and words for Node.
 */
export function nodePreset(): EnginePreset {
  return { plugins: withLateSkeletons(UniverSheetsNodeCorePreset().plugins), words: enUS };
}
