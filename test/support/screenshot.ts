import { mkdirSync, writeFileSync } from "node:fs";
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

/** Takes a small picture of a part of a page: 480 pixels wide. */
export async function smallShot(
  page: Page,
  name: string,
  clip: { x: number; y: number; width: number; height: number },
): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const picture = await page.screenshot({ clip });
  const small = await page.evaluate(
    async ([bytes, width, height]) => {
      const blob = new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const bitmap = await createImageBitmap(blob, {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: "high",
      });
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    },
    [picture.toString("base64"), 480, Math.round((480 * clip.height) / clip.width)] as const,
  );
  writeFileSync(join(SCREENSHOTS, `${name}.png`), Buffer.from(small, "base64"));
}
