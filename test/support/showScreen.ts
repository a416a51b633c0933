import type { Page } from "playwright-core";
import { isInMore, type Screen } from "../../src/taskpane/paneContext";

/** Goes to a screen of the pane as a person does: by its tab, or by *More*. */
export async function showScreen(page: Page, screen: Screen): Promise<void> {
  if (isInMore(screen)) await page.locator('#tab-more[aria-expanded="false"]').click();
  await page.locator(`#tab-${screen}`).click();
  // The list fades out, and a click on *More* until then closes it.
  if (isInMore(screen)) await page.locator(`#tab-${screen}`).waitFor({ state: "detached" });
}

/** Goes to the fields of a function: searches for it, takes it from the list, and goes on. */
export async function chooseFunction(page: Page, words: string, name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search functions by word" }).fill(words);
  await page.getByRole("listbox", { name: "Functions found" }).selectOption(name);
  await page.getByRole("button", { name: "Fill in its arguments" }).click();
}
