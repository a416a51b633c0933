/* Parts of the page that are loaded after its grid, each in its place; one that does not come says so there. */
import { words } from "./words";

/**
 * Loads a part of the page and shows it in its place. Until then its outline stands there; where it cannot be
 * loaded a sentence says so, with a button that tries again.
 *
 * @param place - Where it is shown.
 * @param name - What it is, as the beginning of a sentence: "The pane".
 * @param load - Loads it.
 * @param show - Shows it.
 */
export async function showPart<Part>(
  place: HTMLElement,
  name: string,
  load: () => Promise<Part>,
  show: (part: Part) => void,
): Promise<void> {
  const outline = [...place.childNodes];
  let part: Part | undefined;
  while (part === undefined) {
    try {
      part = await load();
    } catch (error) {
      console.info(words.partMissing(name), error);
      await askAgain(place, words.partMissing(name));
      place.replaceChildren(...outline);
    }
  }
  show(part);
}

function askAgain(place: HTMLElement, sentence: string): Promise<void> {
  return new Promise((resolve) => {
    const said = document.createElement("p");
    said.className = "part-missing";
    said.setAttribute("role", "alert");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.tryAgain;
    button.onclick = () => {
      resolve();
    };
    said.append(sentence, " ", button);
    place.replaceChildren(said);
  });
}

/**
 * Waits until the page has nothing to do.
 * @returns Then, or after two seconds of work.
 */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such call.
    if (!("requestIdleCallback" in window)) setTimeout(resolve, 200);
    else
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: 2000 },
      );
  });
