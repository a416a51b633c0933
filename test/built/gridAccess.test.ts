/*
 * The built workbench by the keyboard and for a screen reader: how many Tab stops lead to the grid, what its
 * parts are called, and whether what has the focus can be seen.
 */
import { openWorkbench, type WorkbenchPage } from "../support/workbenchPage";

let bench: WorkbenchPage;
afterEach(async () => {
  const { faults } = bench;
  await bench.close();
  expect(faults).toEqual([]);
});

/** What has the focus, by its name or its words. */
const focused = () =>
  bench.page.evaluate(() => {
    const { activeElement: here } = document;
    return here?.getAttribute("aria-label") ?? here?.textContent?.trim() ?? "";
  });

const CELLS = "Cells: arrow keys move, typing changes the cell";

it("three Tab stops stand before the grid, and arrow keys go through each bar", async () => {
  bench = await openWorkbench();
  const { page } = bench;
  expect(await focused()).toBe(CELLS);
  await page.evaluate(() => {
    const start = document.createElement("button");
    document.body.prepend(start);
    start.focus();
  });
  const stops: string[] = [];
  while (stops.at(-1) !== CELLS && stops.length < 12) {
    await page.keyboard.press("Tab");
    stops.push(await focused());
  }
  expect(stops).toEqual(["Open …", "Start", "Cell, range or name to go to", CELLS]);

  await page.locator("#grid").getByRole("tab", { name: "Start" }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  const fourth = await focused();
  await page.keyboard.press("ArrowRight");
  expect([fourth, await focused()]).toEqual(["Copy the format", "Clear contents and formats"]);
  await page.keyboard.press("Home");
  expect(await focused()).toBe("Start");
  await page.keyboard.press("End");
  expect(await focused()).toBe("More");
});

it("every button of the grid has a name", async () => {
  bench = await openWorkbench();
  const nameless = await bench.page.evaluate(() =>
    [...document.querySelectorAll("#grid :is(button, [role=button])")]
      .filter(
        (one) => one.closest("[inert]") === null && one.getAttribute("role") !== "presentation",
      )
      .filter((one) => !one.getAttribute("aria-label") && !one.textContent?.trim())
      .map((one) => one.outerHTML.slice(0, 200)),
  );
  expect(nameless).toEqual([]);
});

it("a part of the ribbon that the engine hides is passed over for as long as it is hidden", async () => {
  bench = await openWorkbench();
  const hidden = bench.page.locator('#grid [data-u-comp="headerbar"] [inert]');
  const count = await hidden.count();
  expect(count).toBeGreaterThan(0);
  const setHidden = (value: string) =>
    bench.page.evaluate((hides) => {
      const tab = document.querySelector('#grid [data-u-comp="headerbar"] [role="tab"]');
      tab?.setAttribute("aria-hidden", hides);
    }, value);
  const held = (wanted: number) =>
    bench.page.waitForFunction(
      (many) =>
        document.querySelectorAll('#grid [data-u-comp="headerbar"] [inert]').length === many,
      wanted,
    );
  await setHidden("true");
  await held(count + 1);
  await setHidden("false");
  await held(count);
});

it.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["high contrast", { forcedColors: "active" as const }],
])("what has the focus has an outline, %s", async (_, options) => {
  bench = await openWorkbench(options);
  const { page } = bench;
  await page.keyboard.press("F6");
  for (const place of ["#bar button", '#grid [role="tab"]', "#pane button"]) {
    await page.locator(place).first().focus();
    await page.keyboard.press("Shift");
    const { style, width } = await page.evaluate(() => {
      const here = document.activeElement;
      const looks = [here, here?.parentElement].flatMap((one) =>
        one == null
          ? []
          : [getComputedStyle(one), getComputedStyle(one, "::after")].map(
              ({ outlineStyle, outlineWidth, borderTopStyle, borderTopWidth, boxShadow }) => ({
                style: outlineStyle !== "none" || boxShadow !== "none" ? "seen" : borderTopStyle,
                width: Math.max(parseFloat(outlineWidth), parseFloat(borderTopWidth)),
              }),
            ),
      );
      return looks.find((look) => look.style === "seen") ?? looks[0] ?? { style: "none", width: 0 };
    });
    expect({ place, style, isWide: width >= 1 }).toEqual({ place, style: "seen", isWide: true });
  }
});

it.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["high contrast, dark", { colorScheme: "dark" as const, forcedColors: "active" as const }],
])("the border of the selected cell has a contrast of 4.5 to 1, %s", async (_, options) => {
  bench = await openWorkbench(options);
  const { page, goTo } = bench;
  /** What the grid has drawn. */
  const drawn = async (a1: string) => {
    await goTo(a1);
    await page.waitForTimeout(300);
    return page.evaluateHandle(() => {
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>("#grid canvas")];
      const [grid] = canvases.sort(
        (one, other) => other.width * other.height - one.width * one.height,
      );
      const { width = 0, height = 0 } = grid ?? {};
      // Right of the numbers of the rows and below the letters of the columns, which are marked too.
      const [left, top] = [46, 20];
      return grid?.getContext("2d")?.getImageData(left, top, width - left, height - top).data ?? [];
    });
  };
  const pictures = [await drawn("C3"), await drawn("F12")] as const;
  const strong = await page.evaluate(([before, after]) => {
    // Relative luminance and contrast by WCAG 2.2.
    const part = (value = NaN) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = (data: ArrayLike<number>, at: number) =>
      0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2]);
    let many = 0;
    for (let at = 0; at < before.length; at += 4) {
      const [one, other] = [luminance(before, at), luminance(after, at)];
      if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 4.5) many++;
    }
    return many;
  }, pictures);
  // Two cells' borders, each of about 200 pixels at least.
  expect(strong).toBeGreaterThan(400);
});
