/* Which JavaScript engine calculates: the last bits of powers and exponentials differ between engines. */

/** What a place where functions run may say of itself. */
interface Place {
  readonly process?: { readonly versions?: { readonly node?: string; readonly v8?: string } };
  readonly navigator?: { readonly userAgent?: string };
}

/** Browsers by the mark in their own description; the first that fits: Edge also calls itself Chrome, Chrome Safari. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdg\/([\d.]+)/, "Edge"],
  [/\b(?:Headless)?Chrome\/([\d.]+)/, "Chrome"],
  [/\bFirefox\/([\d.]+)/, "Firefox"],
  [/\bVersion\/([\d.]+).* Safari\//, "Safari"],
  [/\bAppleWebKit\/([\d.]+)/, "WebKit"],
];

/**
 * Names the JavaScript engine.
 *
 * @param place - Where functions run.
 * @returns Such as "Node 22.12.0, V8 12.4.254.21-node.33" or "Edge 143.0.0.0"; "not known" where the place does not say.
 */
export function engineName(place: object = globalThis): string {
  const { process, navigator } = place as Place;
  const { node, v8 } = process?.versions ?? {};
  if (node !== undefined) return `Node ${node}, V8 ${v8 ?? "not known"}`;
  const description = navigator?.userAgent ?? "";
  for (const [mark, name] of BROWSERS) {
    const version = mark.exec(description)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return "not known";
}
