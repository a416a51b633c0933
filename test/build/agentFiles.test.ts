/* What agents read first: llms.txt by the form of llmstxt.org, and SKILL.md by that of agentskills.io. */
import { llmsText, skillText } from "../../src/build/agentFiles";

const help = "https://example.com/app/help.html";
const metadata = {
  functions: [
    {
      id: "ZSCORE",
      name: "ZSCORE",
      description: "How far the last value is. In deviations.",
      parameters: [
        { name: "history", description: "One column." },
        { name: "window", description: "Rows.", optional: true },
      ],
      helpUrl: `${help}#ZSCORE`,
    },
    { id: "ABOUT", name: "ABOUT", description: "Name and version.", helpUrl: `${help}#ABOUT` },
  ],
};

it("llms.txt has a title, what it is in a quotation, and a link with one sentence a function, by name", () => {
  const lines = llmsText(metadata, "1.2.3").split("\n");
  expect(lines[0]).toBe("# Rotation 1.2.3");
  expect(lines[2]).toMatch(/^> .*not investment advice\.$/i);
  expect(lines).toContain(
    "- [functions.json](https://example.com/app/functions.json): the same for programs",
  );
  expect(lines.filter((line) => line.includes("help.html#"))).toEqual([
    `- [=RV.ABOUT()](${help}#ABOUT): Name and version.`,
    `- [=RV.ZSCORE(history, [window])](${help}#ZSCORE): How far the last value is.`,
  ]);
});

it("SKILL.md begins with its name and when to use it, within the lengths of the form", () => {
  const [, head = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(skillText(metadata)) ?? [];
  const fields = Object.fromEntries(head.split("\n").map((line) => line.split(/: (.*)/s)));
  expect(Object.keys(fields)).toEqual(["name", "description"]);
  expect(fields["name"]).toMatch(/^[a-z0-9-]{1,64}$/);
  expect(fields["description"].length).toBeLessThanOrEqual(1024);
  expect(body).toContain("- `ZSCORE`: How far the last value is.");
  for (const command of ["eval", "read", "batch", "recalc", "mcp"]) {
    expect(body).toContain(`node dist/cli.js ${command} `);
  }
});
