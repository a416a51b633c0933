import ts from "typescript";
import { projectFiles, readProjectFile } from "../support/sourceFiles";

/*
 * What the product says to its users: no advice, no certainty, and nothing of the place where it
 * was written.
 */
const ADVICE =
  /\b(you should (buy|sell)|(strong )?(buy|sell) (now|signal|recommendation)|guaranteed|risk[- ]free profit)\b/i;
/** Buy and hold is what a rule is compared with. */
const LABEL = /^(buy(?! and hold)|sell)\b/i;

function textsOf(file: string): string[] {
  const source = readProjectFile(file);
  if (!/\.tsx?$/.test(file)) return [source];
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true));
  return texts;
}

const texts = projectFiles(/^(src\/.*\.(ts|tsx|html)|README\.md|manifest\.xml)$/).flatMap((file) =>
  textsOf(file).map((text) => [file, text] as const),
);

describe("words", () => {
  it("give no advice", () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(([, text]) => ADVICE.test(text) || LABEL.test(text))).toEqual([]);
    expect(LABEL.test("SELL MBS")).toBe(true);
  });

  it("name no registry, and no place of a developer's machine", () => {
    // Spelled in parts, so that this file is no hit.
    const HOSTS = new RegExp(
      ["registry\\.npm" + "js", "/wo" + "rk/", "npm\\.pkg\\.git" + "hub"].join("|"),
    );
    const hits = projectFiles(
      /\.(ts|tsx|js|cjs|mjs|json|md|html|css|xml|yml)$|^\.(npmrc|ci)/,
    ).filter((file) => HOSTS.test(readProjectFile(file)));
    expect(hits).toEqual([]);
  });
});
