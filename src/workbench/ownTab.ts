/* One tab of the browser writes the workbook; others read it until they take over. */
import { ownByAsking } from "./ownByAsking";

const LOCK = "rotation-workbench";
/** Where the tabs speak to each other. */
const CHANNEL = "rotation-workbench";
const OWNER = "rotation-workbench-owner";
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
  // A page that is served by plain http has no locks.
  if (!("locks" in navigator)) return ownByAsking(new BroadcastChannel(OWNER), takeOver, lost);
  return new Promise((resolve) => {
    // Held until the page goes, or another tab steals it: then the request is rejected.
    const forEver = new Promise<void>(() => undefined);
    let held = false;
    navigator.locks
      .request(LOCK, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
        held = lock !== null;
        resolve(held);
        return held ? forEver : undefined;
      })
      .catch(() => {
        // A browser that blocks storage has no locks to give: there is nothing to share either.
        if (held) lost();
        else resolve(true);
      });
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
