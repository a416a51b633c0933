import { parseDocument } from "htmlparser2";
import { helpPage } from "../../src/build/helpPage";
import { GENERAL } from "../../src/build/helpText";

const metadata = {
  functions: [
    {
      id: "ZSCORE",
      name: "ZSCORE",
      description: 'How far <the> last value is & "why".',
      parameters: [
        { name: "history", description: "One column.", type: "any", dimensionality: "matrix" },
        { name: "headings", description: "'Names' on top.", type: "boolean", optional: true },
      ],
      result: { dimensionality: "matrix" },
    },
    { id: "ABOUT", name: "ABOUT", description: "Name and version.", result: { type: "string" } },
  ],
};

const page = helpPage(metadata, "1.2.3", new Map([["ABOUT", "A card <of> two columns."]]));

describe("helpPage", () => {
  it("has one section a function, and its anchor is the function's id", () => {
    expect(page.match(/<section id="(ZSCORE|ABOUT)">/g)).toHaveLength(2);
    expect(page.indexOf('id="ABOUT"')).toBeLessThan(page.indexOf('id="ZSCORE"'));
  });

  it("shows text as text", () => {
    expect(page).toContain("How far &#60;the&#62; last value is &#38; &#34;why&#34;.");
    expect(page).toContain("A card &#60;of&#62; two columns.");
    expect(helpPage(metadata, "<script>")).not.toContain("<script>");
  });

  it("says of each argument whether it may be left out, and what kind it is", () => {
    const rows = page.match(/<tr>\n<th scope="row">.*?<\/tr>/gs) ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/history.*required.*value or range.*One column\./s);
    expect(rows[1]).toMatch(/headings.*optional.*TRUE or FALSE.*&#39;Names&#39; on top\./s);
  });

  it("says what comes back, from the text or else from the type", () => {
    expect(page).toMatch(/id="ZSCORE".*Result:<\/strong> cells that spill/s);
    expect(page).toContain("A card");
  });

  it("runs nothing and loads nothing but its stylesheet", () => {
    expect(page).toContain("content=\"default-src 'none'; style-src 'self';");
    expect(page).not.toMatch(/<script|<img|<iframe|\sstyle=|\son\w+=|https?:/i);
  });

  it("has no two anchors alike, and no link without an anchor", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    for (const link of links) expect(ids).toContain(link);
  });

  it("closes what it opens", () => {
    let unclosed = 0;
    const open = (page.match(/<(section|table|div|p|ol|li|tr|td|th|main|body|html)\b/g) ?? [])
      .length;
    const close = (page.match(/<\/(section|table|div|p|ol|li|tr|td|th|main|body|html)>/g) ?? [])
      .length;
    unclosed = open - close;
    expect(unclosed).toBe(0);
    expect(parseDocument(page).children.length).toBeGreaterThan(0);
  });
});

describe("the general help", () => {
  const text = JSON.stringify(GENERAL);

  it.each([
    ["blanks", /blank cell/],
    ["old builds and errors in arrays", /single #VALUE!/],
    ["#NAME?", /#NAME\?/],
    ["the cache", /Wef/],
    ["connections", /connect-src 'none'/],
    ["advice", /Not investment advice/],
    ["the curve convention", /log-linear/],
  ])("speaks of %s", (_, words) => {
    expect(text).toMatch(words);
  });

  it("tells nobody to buy or sell", () => {
    expect(text).not.toMatch(/\b(buy|sell)\b/i);
  });
});
