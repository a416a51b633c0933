import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFiles, readProjectFile, ROOT } from "../support/sourceFiles";

/** A heading's address, as code hosts make it. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, "")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

const anchorsOf = (markdown: string) =>
  new Set([...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slug(heading)));

/** Links of a page that lead nowhere. */
function deadLinks(file: string, text: string): string[] {
  const links = [...text.matchAll(/\[[^\]]*\]\(([^)\s]+)\)|<img[^>]* src="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? "",
  );
  return links.filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? file : join(dirname(file), path);
    if (!existsSync(join(ROOT, target))) return true;
    return (
      anchor !== undefined &&
      target.endsWith(".md") &&
      !anchorsOf(readProjectFile(target)).has(anchor)
    );
  });
}

describe("links in the documents", () => {
  it.each(projectFiles(/\.md$/))("of %s lead somewhere", (file) => {
    expect(deadLinks(file, readProjectFile(file))).toEqual([]);
  });

  it("are noticed when they do not", () => {
    expect(
      deadLinks("README.md", "[a](nowhere.md) [b](#no-such-heading) [c](src/calc/errors.ts)"),
    ).toEqual(["nowhere.md", "#no-such-heading"]);
  });

  it("show commands that package.json has", () => {
    const { scripts } = JSON.parse(readProjectFile("package.json")) as {
      scripts: Record<string, string>;
    };
    const commands = projectFiles(/\.md$/).flatMap((file) =>
      [...readProjectFile(file).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => name),
    );
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});
