import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "./sourceFiles";

/** Where pictures go. */
export const SCREENSHOTS = resolve(ROOT, process.env.RV_SCREENSHOTS ?? ".cache/screenshots");

/** Takes a picture of what a page shows. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
