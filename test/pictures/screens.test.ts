/* Pictures of every screen for `npm run screenshots`; the tests of what they show are in test/built. */
import { SCREENS } from "../../src/taskpane/paneContext";
import { shot } from "../support/screenshot";
import { openWorkbench } from "../support/workbenchPage";
import { showScreen } from "../support/showScreen";

describe("pictures of the screens", () => {
  it.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["contrast", { forcedColors: "active" }],
    ["320", { viewport: { width: 320, height: 900 } }],
  ] as const)("%s", async (name, options) => {
    const bench = await openWorkbench({ locale: "en-US", ...options });
    const { page } = bench;
    await page.getByRole("button", { name: "Start with the sample book" }).click();
    await page.locator(".drawn svg").waitFor();
    for (const screen of SCREENS) {
      await showScreen(page, screen);
      await page.locator(`#screen-${screen}:not([hidden])`).waitFor();
      await page.waitForTimeout(700);
      await shot(page, `${screen}-${name}`);
    }
    await bench.close();
    expect({ faults: bench.faults, refused: bench.browser.refused }).toEqual({
      faults: [],
      refused: [],
    });
  });
});
