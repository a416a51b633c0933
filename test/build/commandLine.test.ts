import { main, readArguments, readPort, UsageError } from "../../src/build/commandLine";

const known = { values: ["url"], flags: ["stop"], positional: 1 };

describe("readArguments", () => {
  it("reads values, flags and bare words", () => {
    const { values, flags, positional } = readArguments(
      ["--url", "a?b=c", "--stop", "file"],
      known,
    );
    expect([...values]).toEqual([["url", "a?b=c"]]);
    expect([...flags]).toEqual(["stop"]);
    expect(positional).toEqual(["file"]);
  });

  it("reads --name=value whole", () => {
    expect(readArguments(["--url=https://a/?b=c"], known).values.get("url")).toBe("https://a/?b=c");
  });

  it.each([
    [["--nope"], "--nope is not an argument of this command; it knows --url, --stop"],
    [["--__proto__", "x"], "--__proto__ is not an argument of this command"],
    [["a", "b"], "b is not an argument of this command"],
    [["--url"], "--url has no value after it"],
    [["--url", "--stop"], "--url has no value after it"],
  ])("refuses %j", (words, sentence) => {
    expect(() => readArguments(words, known)).toThrow(sentence);
  });
});

describe("readPort", () => {
  it("reads a port, or takes the default", () => {
    expect(readPort("3001", 3000)).toBe(3001);
    expect(readPort(undefined, 3000)).toBe(3000);
  });

  it.each(["3000x", "80", "65536", "-1", "3e3", "", "3000.5"])("refuses %j", (text) => {
    expect(() => readPort(text, 3000)).toThrow(
      `--port is ${text}; it must be a whole number from 1024 to 65535`,
    );
  });
});

describe("readPort with one port after it", () => {
  it("names the highest that has one", () => {
    expect(readPort("65534", 3000, 65534)).toBe(65534);
    expect(() => readPort("65535", 3000, 65534)).toThrow(
      "--port is 65535; it must be a whole number from 1024 to 65534",
    );
  });
});

describe("main", () => {
  const exitCode = process.exitCode;
  afterEach(() => {
    process.exitCode = exitCode;
    jest.restoreAllMocks();
  });

  it("ends a mistake of the user's with one sentence and exit code 2", async () => {
    const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
    await main(() => {
      throw new UsageError("--url is missing");
    });
    expect(error.mock.calls).toEqual([["Error: --url is missing"]]);
    expect(process.exitCode).toBe(2);
  });

  it.each([
    [{ code: "ENOSPC" }, "Error: the disk is full"],
    [{ code: "EISDIR", path: "/tmp/x" }, "Error: /tmp/x: it is a directory; it must be a file"],
    [{ code: "ENOTDIR", path: "dist" }, "Error: dist: it is a file; it must be a directory"],
  ])("says what the system refused, without a stack: %j", async (facts, sentence) => {
    const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
    await main(() => {
      throw Object.assign(new Error("EFAULT: stack"), facts);
    });
    expect(error.mock.calls).toEqual([[sentence]]);
    expect(process.exitCode).toBe(1);
  });

  it("hides no bug", async () => {
    const bug = () => {
      throw new TypeError("a bug");
    };
    await expect(main(bug)).rejects.toThrow("a bug");
  });
});
