/** The name of the browser's cache that holds the page. */
export const CACHE = "rotation-workbench";
