// Draws the icon PNGs from assets/icon.svg: `npm run icons`, after a change to the drawing.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { findBrowser } = require("./findBrowser");
const { main } = require("./commandLine");

/**
 * 16, 32 and 80 are required in a ribbon group; 64 serves as IconUrl's high resolution, 128 stores; 192 and the outline
 * the unified manifest.
 */
const SIZES = [16, 32, 64, 80, 128, 192];

/** Below this size the curves blur: the small drawing keeps to the pixel grid. */
const SMALL = 20;

/** White on nothing. */
const OUTLINE = 32;

/** @param {string} assets the folder that holds the drawings and receives the PNGs */
async function drawIcons(assets) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    for (const size of SIZES) {
      const drawing = size < SMALL ? "icon-small.svg" : "icon.svg";
      await draw(page, readDrawing(assets, drawing), size, path.join(assets, `icon-${size}.png`));
    }
    const outline = readDrawing(assets, "icon.svg").replace(/#[0-9a-f]{6}/gi, "#ffffff");
    await draw(page, outline, OUTLINE, path.join(assets, `outline-${OUTLINE}.png`));
  } finally {
    await browser.close();
  }
}

/** @param {string} assets @param {string} drawing @returns {string} an SVG */
const readDrawing = (assets, drawing) => fs.readFileSync(path.join(assets, drawing), "utf8");

/**
 * @param {import("playwright-core").Page} page
 * @param {string} svg what is drawn
 * @param {number} size pixels
 * @param {string} file where the PNG goes
 */
async function draw(page, svg, size, file) {
  const data = Buffer.from(svg).toString("base64");
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style>` +
      `<img width="${size}" height="${size}" src="data:image/svg+xml;base64,${data}">`,
  );
  await page.screenshot({ path: file, omitBackground: true });
}

main(async () => {
  await drawIcons(path.join(__dirname, "../../assets"));
  console.log(`drew assets/icon-{${SIZES.join(",")}}.png and assets/outline-${OUTLINE}.png`);
});
