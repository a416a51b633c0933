/* One tab of the browser writes the workbook; others read it until they take over. */

const LOCK = "rotation-workbench";

/**
 * Asks to be the tab that writes.
 *
 * @param takeOver - Whether to take it from the tab that writes now.
 * @param lost - Called when another tab takes over.
 * @returns Whether this tab writes.
 */
export function ownWorkbook(takeOver: boolean, lost: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    // Held until the page goes, or another tab steals it: then the request is rejected.
    const forEver = new Promise<void>(() => undefined);
    navigator.locks
      .request(LOCK, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : forEver;
      })
      .catch(lost);
  });
}
