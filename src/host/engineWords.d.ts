/** What the build cuts out of the engine's first load (src/build/engineLoader.js). */
declare module "@univerjs/sheets-formula/lib/es/locale/en-US.js?words" {
  import type { ILanguagePack } from "@univerjs/core";
  const words: ILanguagePack;
  export default words;
}

declare module "@univerjs/sheets-formula/lib/es/index.js?words" {
  import type { IFunctionInfo } from "@univerjs/engine-formula";
  export const FUNCTION_LIST: readonly IFunctionInfo[];
}
