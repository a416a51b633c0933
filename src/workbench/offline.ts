/* What the page may need when its server has gone is in the browser's cache from the start. */
import { CACHE } from "./offlineCache";

/** The names of what the build of this page made. */
const BUILT = "workbench/files.json";
/** What the page takes from the build of the add-in. */
const OTHERS = ["functions.js", "functions.json", "help.html", "help.css", "assets/icon-32.png"];

/**
 * Puts the files into the cache, and has the browser answer from it where the server does not.
 *
 * @returns When they are there; where the browser offers no cache, the server is needed.
 */
export async function keepForOffline(): Promise<void> {
  // Neither is there where the page is served by plain http or the browser blocks storage.
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  try {
    await navigator.serviceWorker.register("workbenchOffline.js", { scope: "workbench" });
    const built = (await (await fetch(BUILT)).json()) as string[];
    await (await caches.open(CACHE)).addAll([...built, ...OTHERS]);
  } catch (error) {
    console.info("the page needs its server", error);
  }
}
