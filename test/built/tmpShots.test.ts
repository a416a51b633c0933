import { openWorkbench } from "../support/workbenchPage";
it("shots", async () => {
  const bench = await openWorkbench({ locale: "en-US", viewport: { width: 1280, height: 800 } });
  const { page } = bench;
  await page.getByRole("button", { name: "Start with the sample book" }).click();
  await page.locator(".drawn svg").waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/shot-dashboard.png" });
  await page.locator(`#tab-templates`).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/shot-templates.png" });
  for (const name of ["Scenarios", "Backtest", "Trade ticket", "Claim check"]) {
    const buttons = page.locator("#screen-templates button").filter({ hasText: name });
    await buttons.first().click();
    await page.waitForTimeout(6000);
    await page.screenshot({ path: `/tmp/shot-${name.replace(" ", "")}.png` });
  }
  console.log(bench.faults);
  await bench.close();
}, 300_000);
it("heap", async () => {
  const bench = await openWorkbench({ permissions: ["clipboard-read", "clipboard-write"] });
  const tools = await bench.browser.context.newCDPSession(bench.page);
  await tools.send("Performance.enable");
  const held = async (what: string) => {
    await tools.send("HeapProfiler.collectGarbage");
    const { metrics } = await tools.send("Performance.getMetrics");
    console.info(what, (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? NaN) / 1e6);
  };
  const edit = async (count: number, of: (i: number) => string) => {
    for (let i = 0; i < count; i++) {
      await bench.page.keyboard.type(of(i));
      await bench.page.keyboard.press("Enter");
    }
    await bench.page.waitForTimeout(2_500);
  };
  await bench.goTo("A1");
  await edit(200, (i) => `=1+${i}`);
  await held("start");
  await edit(150, (i) => `=1+${i}`);
  await held("150 formulas");
  await edit(150, (i) => `=1+${i}`);
  await held("300 formulas");
  await bench.close();
}, 3_600_000);
