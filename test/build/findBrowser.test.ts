import { findBrowser } from "../../src/build/findBrowser";

const machine = (given: {
  env?: NodeJS.ProcessEnv;
  platform?: string;
  files?: string[];
  root?: boolean;
  installs?: string;
}) => {
  const files = new Set(given.files ?? []);
  const installDebianChromium = jest.fn(() => {
    if (given.installs) files.add(given.installs);
  });
  return {
    env: { PATH: "/usr/local/bin:/usr/bin", ...given.env },
    platform: given.platform ?? "linux",
    exists: (file: string) => files.has(file),
    isRootOnDebian: () => given.root ?? false,
    installDebianChromium,
  };
};

describe("findBrowser", () => {
  it("takes CHROME_PATH before any other", () => {
    const files = ["/opt/chrome", "/usr/bin/chromium"];
    expect(findBrowser(machine({ env: { CHROME_PATH: "/opt/chrome" }, files }))).toBe(
      "/opt/chrome",
    );
  });

  it("refuses a CHROME_PATH where nothing is, and does not look elsewhere", () => {
    const given = machine({ env: { CHROME_PATH: "/opt/none" }, files: ["/usr/bin/chromium"] });
    expect(() => findBrowser(given)).toThrow(
      "CHROME_PATH is /opt/none, where there is no file; it must be a browser's executable",
    );
  });

  it("takes chromium before google-chrome before msedge on PATH", () => {
    const files = ["/usr/bin/msedge", "/usr/bin/google-chrome", "/usr/bin/chromium"];
    expect(findBrowser(machine({ files }))).toBe("/usr/bin/chromium");
    expect(findBrowser(machine({ files: files.slice(0, 2) }))).toBe("/usr/bin/google-chrome");
    expect(findBrowser(machine({ files: files.slice(0, 1) }))).toBe("/usr/bin/msedge");
  });

  it("knows where Windows keeps its browsers", () => {
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    expect(findBrowser(machine({ platform: "win32", files: [edge] }))).toBe(edge);
  });

  it.each([{ CI: "true" }, { RV_INSTALL_BROWSER: "1" }])(
    "installs Debian's for root where %j allows it",
    (env) => {
      const given = machine({ env, root: true, installs: "/usr/bin/chromium" });
      expect(findBrowser(given)).toBe("/usr/bin/chromium");
      expect(given.installDebianChromium).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    ["nothing allows it", { root: true }, "RV_INSTALL_BROWSER=1 does it for you"],
    ["another user asks", { env: { CI: "true" } }, "run sudo apt-get install chromium"],
    [
      "the system is another",
      { env: { CI: "true" }, platform: "darwin" },
      "install Chrome or Edge",
    ],
  ])("installs nothing when %s, and says the command", (_, input, command) => {
    const given = machine(input);
    expect(() => findBrowser(given)).toThrow(command);
    expect(given.installDebianChromium).not.toHaveBeenCalled();
  });

  it("says so when the installation brought no browser", () => {
    expect(() => findBrowser(machine({ env: { CI: "true" }, root: true }))).toThrow(
      "even after apt-get install chromium: set CHROME_PATH",
    );
  });
});
