/*
 * When Office.js did not load (no network, a blocked address), nothing has made `CustomFunctions`,
 * and registering would stop the whole page. The functions then register nowhere, so that the
 * pane can still open and say what is wrong.
 */
if (typeof CustomFunctions === "undefined") {
  Object.assign(globalThis, { CustomFunctions: { associate: () => undefined } });
}

export {};
