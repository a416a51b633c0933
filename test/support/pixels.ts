import type { Page } from "playwright-core";

/** How many points of a page's grid have a colour, such as "#ffc000". */
export async function pixelsOf(page: Page, color: string): Promise<number> {
  const picture = await page.locator("#grid").screenshot();
  return page.evaluate(
    async ([bytes, wanted]) => {
      const blob = new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]);
      const bitmap = await createImageBitmap(blob);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      const context = canvas.getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const { data = [] } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        const point = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
        if (point === wanted) count++;
      }
      return count;
    },
    [picture.toString("base64"), parseInt(color.slice(1), 16)] as const,
  );
}
