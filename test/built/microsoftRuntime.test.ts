/*
 * The built functions.js in Microsoft's own custom-functions runtime, in a browser, with Excel's
 * side played by test/support/excelHost.js. Build first (test/run.js does).
 */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser, ORIGIN, type TestBrowser } from "../support/browser";
import { SAMPLE_CALLS } from "../support/sampleCalls";
import { ROOT } from "../support/sourceFiles";

interface Answer {
  readonly value?: unknown;
  /** The runtime's number for an error: 1 #N/A, 5 #DIV/0!, 6 #NUM!, 7 #VALUE!. */
  readonly code?: number;
  readonly message?: string;
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>runtime</title>
<script src="host.js"></script><script src="custom-functions-runtime.js"></script><script src="functions.js"></script>`;

const FILES = new Map([
  [`${ORIGIN}/page.html`, { text: PAGE }],
  [`${ORIGIN}/host.js`, { file: "test/support/excelHost.js" }],
  [
    `${ORIGIN}/custom-functions-runtime.js`,
    { file: "node_modules/@microsoft/office-js/dist/custom-functions-runtime.js" },
  ],
  [`${ORIGIN}/functions.js`, { file: "dist/functions.js" }],
  // Asked for by Microsoft's script; it maps old host names and may be empty.
  [`${ORIGIN}/o15apptofilemappingtable.js`, { text: "" }],
]);

interface Described {
  readonly id: string;
  readonly parameters: readonly { name: string; dimensionality?: string; optional?: boolean }[];
}
const functionsJson = JSON.parse(readFileSync(resolve(ROOT, "dist/functions.json"), "utf8")) as {
  allowErrorForDataTypeAny?: boolean;
  functions: Described[];
};

/** As Excel hands arguments over: a range is a matrix, an omitted argument null, a blank as given. */
function handedOver({ parameters }: Described, args: readonly unknown[], blank: null | 0 = null) {
  return parameters.map(({ dimensionality }, k) => {
    const argument = args[k] ?? null;
    if (argument === null) return null;
    const cells = Array.isArray(argument) ? (argument as unknown[][]) : [[argument]];
    if (dimensionality !== "matrix") return cells[0]?.[0] ?? blank;
    return cells.map((row) => row.map((cell) => cell ?? blank));
  });
}

/** An error value as Excel hands it over inside a range. */
const errorCell = (code: string) => ({ type: "CustomFunctionError", code });

describe("in Microsoft's runtime", () => {
  let browser: TestBrowser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser((address) => FILES.get(address));
    page = await browser.context.newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(`${ORIGIN}/page.html`);
    await page.waitForFunction("runtimeIsReady()");
  }, 60_000);
  afterAll(() => browser.close());

  const call = (calls: readonly (readonly [string, readonly unknown[]])[]) =>
    page.evaluate(
      (it) =>
        (
          globalThis as unknown as { callFunctions: (c: unknown) => Promise<Answer[]> }
        ).callFunctions(it),
      calls as [string, unknown[]][],
    );
  const byId = (id: string) => functionsJson.functions.find((it) => it.id === id) as Described;

  it("lets errors into ranges, by metadata", () => {
    expect(functionsJson.allowErrorForDataTypeAny).toBe(true);
  });

  it("answers every function once with valid and once with bad arguments", async () => {
    const samples = functionsJson.functions.map((it) => ({
      it,
      ...(SAMPLE_CALLS.get(it.id) ?? { valid: [], bad: [], words: /no sample call/ }),
    }));
    const good = await call(samples.map(({ it, valid }) => [it.id, handedOver(it, valid)]));
    const wrong = await call(samples.map(({ it, bad }) => [it.id, handedOver(it, bad)]));
    samples.forEach(({ it, bad, words }, k) => {
      expect([it.id, good[k]]).toEqual([it.id, { value: expect.anything() }]);
      expect(JSON.stringify(good[k])).not.toMatch(/null|NaN|Infinity/);
      if (bad.length === 0) return;
      expect([it.id, wrong[k]]).toEqual([
        it.id,
        { code: expect.any(Number), message: expect.stringMatching(words) },
      ]);
    });
    expect(faults).toEqual([]);
  });

  it("gives the worked numbers", async () => {
    const [gap, z, parts] = await call([
      ["SPREADGAP", handedOver(byId("SPREADGAP"), [101, 62])],
      ["ZSCORE", handedOver(byId("ZSCORE"), [[[50], [60], [40]]])],
      [
        "TOTALRETURN",
        handedOver(byId("TOTALRETURN"), ["98-00", 98.6, 0.375, null, null, "0.75%", "parts"]),
      ],
    ]);
    expect(gap).toEqual({ value: [[39]] });
    // (40 − 55) / √50: by hand.
    expect(z?.value).toBeCloseTo(-15 / Math.sqrt(50), 12);
    expect((parts?.value as [string, number][]).map(([name]) => name)).toEqual([
      "price",
      "coupon",
      "paydown",
      "total",
    ]);
  });

  it("tells a blank cell in both of Excel's ways", async () => {
    const gap = byId("SPREADGAP");
    const z = byId("ZSCORE");
    const [asNull, asZero, windowNull, windowZero] = await call([
      [
        "SPREADGAP",
        handedOver(
          gap,
          [
            [[101], [null]],
            [[62], [60]],
          ],
          null,
        ),
      ],
      [
        "SPREADGAP",
        handedOver(
          gap,
          [
            [[101], [null]],
            [[62], [60]],
          ],
          0,
        ),
      ],
      ["ZSCORE", [...handedOver(z, [[[50], [60], [40]]]).slice(0, 1), null, null, null]],
      ["ZSCORE", [...handedOver(z, [[[50], [60], [40]]]).slice(0, 1), 0, "", 0]],
    ]);
    expect(asNull?.value).toEqual([[39], [expect.objectContaining({ basicValue: "#N/A" })]]);
    expect(asZero?.value).toEqual([[39], [-60]]);
    expect(windowZero).toEqual(windowNull);
  });

  it("keeps errors in ranges where they are, and hands others on", async () => {
    const gap = byId("SPREADGAP");
    const [spilled, single, series] = await call([
      ["SPREADGAP", handedOver(gap, [[[101], [errorCell("#N/A")], [errorCell("#DIV/0!")]], 62])],
      ["SPREADGAP", handedOver(gap, [[[errorCell("#N/A")]], 62])],
      ["ZSCORE", handedOver(byId("ZSCORE"), [[[50], [errorCell("#N/A")], [60], [40]]])],
    ]);
    expect(spilled?.value).toEqual([
      [39],
      [expect.objectContaining({ basicValue: "#N/A", message: "mbs is #N/A" })],
      [expect.objectContaining({ basicValue: "#DIV/0!" })],
    ]);
    expect(single).toEqual({ code: 1, message: "mbs is #N/A" });
    expect(series?.value).toBeCloseTo(-15 / Math.sqrt(50), 12);
  });

  it("answers 10,000 calls in one batch", async () => {
    // Made and timed in the page: carrying them there would be most of the time.
    const { ms, right } = await page.evaluate(async () => {
      const { callFunctions } = globalThis as unknown as {
        callFunctions: (calls: unknown) => Promise<{ value: number[][] }[]>;
      };
      const calls = Array.from({ length: 10_000 }, (_, i) => [
        "SPREADGAP",
        [[[101 + i]], [[62]], ...Array.from({ length: 7 }, () => null)],
      ]);
      const started = performance.now();
      const answers = await callFunctions(calls);
      const ms = performance.now() - started;
      return { ms, right: answers.filter(({ value }, i) => value[0]?.[0] === 39 + i).length };
    });
    console.log(`10,000 SPREADGAP calls in one batch: ${ms.toFixed(0)} ms`);
    expect(right).toBe(10_000);
  });

  it("answers with the oldest released metadata, which Excel may still hold", async () => {
    const folder = resolve(ROOT, "test/released");
    const [oldest = ""] = readdirSync(folder).sort((a, b) =>
      a.localeCompare(b, "en", { numeric: true }),
    );
    const { functions } = JSON.parse(readFileSync(resolve(folder, oldest), "utf8")) as {
      functions: Described[];
    };
    expect(functions.length).toBeGreaterThanOrEqual(7);
    const answers = await call(
      functions.map((it) => [it.id, handedOver(it, SAMPLE_CALLS.get(it.id)?.valid ?? [])]),
    );
    functions.forEach((it, k) => {
      expect([it.id, answers[k]]).toEqual([it.id, { value: expect.anything() }]);
    });
  });

  it("asks for nothing but its own files", () => {
    expect(browser.refused.filter((address) => !address.endsWith("/favicon.ico"))).toEqual([]);
  });
});
