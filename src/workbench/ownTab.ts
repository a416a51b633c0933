/* One tab of the browser writes the workbook; others read it until they take over. */

const LOCK = "rotation-workbench";
/** Where the tabs speak to each other. */
const CHANNEL = "rotation-workbench";
const [ASKED, GIVEN] = ["asked for the workbook", "given"];
/** How long the tab that writes is waited for: it may be frozen, and then it has kept what it could. */
const PATIENCE_MS = 2000;

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

/**
 * Gives the workbook to the first tab that asks for it, once everything of it is kept.
 *
 * @param giveUp - Keeps what is not kept yet, and writes no more.
 */
export function handOver(giveUp: () => Promise<void>): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }) => {
    if (data !== ASKED) return;
    await giveUp();
    channel.postMessage(GIVEN);
    channel.close();
  };
}

/**
 * Asks the tab that writes for the workbook.
 *
 * @returns Once that tab has kept everything, or does not answer.
 */
export function askForWorkbook(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const done = () => {
      clearTimeout(timer);
      channel.close();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE_MS);
    channel.onmessage = ({ data }) => {
      if (data === GIVEN) done();
    };
    channel.postMessage(ASKED);
  });
}
