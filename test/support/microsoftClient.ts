/*
 * Microsoft's own Excel client, as the package ships it, in a realm of its own.
 *
 * @microsoft/office-js may be used only in what works with Microsoft 365: for tests, never shipped.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";

const SCRIPT = "node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js";

/** What Microsoft's script leaves in its realm. */
export interface Client {
  Office: { readonly EventType: unknown; readonly context?: unknown };
  readonly Excel: {
    readonly ErrorCodes: Readonly<Record<string, string>>;
    run(settings: object, batch: unknown): Promise<unknown>;
  };
  readonly OfficeExtension: {
    readonly ErrorCodes: Readonly<Record<string, string>>;
    readonly CoreErrorCodes: Readonly<Record<string, string>>;
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: unknown): void;
  };
}

/** Loads Microsoft's script; it looks for a browser, so that it is shown the outlines of one. */
export function loadClient(): Client {
  const page = { URL: "http://localhost/", cookie: "", head: {} };
  const realm: Record<string, unknown> = {
    console: { ...console, log: () => undefined },
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    Promise,
    URL,
    TextEncoder,
    TextDecoder,
    XMLHttpRequest: class {},
    navigator: { userAgent: "node" },
    location: { href: page.URL, protocol: "http:", search: "", hash: "" },
    document: { ...page, getElementsByTagName: () => [], createElement: () => ({}) },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  for (const name of ["window", "self", "globalThis", "parent", "top"]) realm[name] = realm;
  createContext(realm);
  runInContext(readFileSync(resolve(__dirname, "../..", SCRIPT), "utf8"), realm);
  return realm as unknown as Client;
}

/** @returns Every error code that Microsoft's client has a name for. */
export function clientErrorCodes(): Set<string> {
  const { Excel, OfficeExtension } = loadClient();
  return new Set(
    [Excel.ErrorCodes, OfficeExtension.ErrorCodes, OfficeExtension.CoreErrorCodes].flatMap(
      (codes) => Object.values(codes),
    ),
  );
}
