import path from "node:path";
import { getPackageJsonScript } from "office-addin-cli";
import { plan } from "../../src/build/sideload";
import { nextSteps } from "../../src/build/start";

describe("plan", () => {
  it.each(["win32", "darwin"])("asks Microsoft's tool on %s", (platform) => {
    expect(plan(platform, "manifest.xml", false)).toEqual({
      command: ["--yes", "office-addin-debugging@7", "start", "manifest.xml", "desktop"],
    });
    expect(plan(platform, "manifest.xml", true)).toEqual({
      command: ["--yes", "office-addin-debugging@7", "stop", "manifest.xml"],
    });
  });

  it("tells the way through Excel on the web elsewhere", () => {
    expect(plan("linux", "dist/manifest.xml", false)).toEqual({
      steps: expect.arrayContaining([
        expect.stringContaining("Upload My Add-in, then dist/manifest.xml"),
      ]),
    });
  });
});

describe("nextSteps", () => {
  it("says that a self-signed certificate is one, and why", () => {
    const text = nextSteps(3000, "this machine trusts none").join("\n");
    expect(text).toContain("The certificate is self-signed, because this machine trusts none.");
    expect(nextSteps(3000, undefined).join("\n")).not.toContain("self-signed");
  });

  it("names only scripts that package.json has", async () => {
    process.env.npm_package_json = path.join(__dirname, "../../package.json");
    const elsewhere = plan("linux", "manifest.xml", false);
    const text = [...nextSteps(3000, "x"), ...("steps" in elsewhere ? elsewhere.steps : [])].join(
      "\n",
    );
    const named = [...text.matchAll(/npm (?:run )?(start|[a-z][\w:-]*)/g)].map(([, name]) => name);
    expect(named).toContain("sideload");
    for (const name of named) expect(await getPackageJsonScript(name ?? "")).toBeTruthy();
  });
});
