// Draws the icon PNGs from assets/icon.svg: `npm run icons`, after a change to the drawing.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { findBrowser } = require("./findBrowser");
const { main } = require("./commandLine");

/** 16, 32 and 80 are required in a ribbon group; 64 serves as IconUrl's high resolution, 128 stores. */
const SIZES = [16, 32, 64, 80, 128];

/** Below this size the curves blur: the small drawing keeps to the pixel grid. */
const SMALL = 20;

/** @param {string} assets the folder that holds the drawings and receives the PNGs */
async function drawIcons(assets) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    for (const size of SIZES) {
      const drawing = size < SMALL ? "icon-small.svg" : "icon.svg";
      const svg = fs.readFileSync(path.join(assets, drawing));
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}img{display:block}</style>` +
          `<img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg.toString("base64")}">`,
      );
      await page.screenshot({
        path: path.join(assets, `icon-${size}.png`),
        omitBackground: true,
      });
    }
  } finally {
    await browser.close();
  }
}

main(async () => {
  await drawIcons(path.join(__dirname, "../../assets"));
  console.log(`drew assets/icon-{${SIZES.join(",")}}.png`);
});
