/**
 * Waits until a part of the page holds what it is to show.
 *
 * @param part - The part.
 * @param selector - What it has to hold.
 * @returns When it does.
 */
export function drawn(part: HTMLElement, selector: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (part.querySelector(selector) === null) return;
      watch.disconnect();
      resolve();
    };
    const watch = new MutationObserver(look);
    watch.observe(part, { childList: true, subtree: true, attributes: true });
    look();
  });
}
