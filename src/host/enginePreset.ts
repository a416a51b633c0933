import type { ILanguagePack, PluginCtor } from "@univerjs/core";

/** Which parts of the engine run: headless in Node, or with a grid in a page. */
export interface EnginePreset {
  /** Plugins, alone or with their settings. */
  readonly plugins: readonly (PluginCtor | [PluginCtor, unknown])[];
  /** The English words of these plugins. */
  readonly words: ILanguagePack;
}
