import loader from "../../src/build/classFieldsLoader";

const { assignFields } = loader;

describe("the class fields of the engine", () => {
  it.each([
    ['_defineProperty(this, "x", 1);', "this.x = 1;"],
    [
      '_defineProperty(this, "a", f(1, [2])); _defineProperty(this, "b", void 0);',
      "this.a = f(1, [2]); this.b = void 0;",
    ],
    ['_defineProperty(\n  this,\n  "x",\n  (a, b) => a + b,\n);', "this.x = (a, b) => a + b;"],
    ['_defineProperty(this, "x", { y() { _defineProperty(this, "z", 1); } });', null],
  ])("%s", (helper, expected) => {
    const { code, count } = assignFields(`class C { constructor() { ${helper} } }`, new Set());
    if (expected !== null) expect(code).toBe(`class C { constructor() { ${expected} } }`);
    else expect(code).toContain("this.x = { y() { this.z = 1; } };");
    expect(count).toBe(helper.split("_defineProperty").length - 1);
  });

  it.each([
    ["a getter or setter has the name", '_defineProperty(this, "taken", 1);'],
    ["the name is calculated", "_defineProperty(this, NAME, 1);"],
    ["it is a static field", '_defineProperty(Plugin, "version", 1);'],
    ["the name is none", '_defineProperty(this, "a-b", 1);'],
    ["its result is used", 'const made = _defineProperty(this, "x", 1);'],
  ])("stay definitions where %s", (_, helper) => {
    const source = `class C { constructor() { ${helper} } }`;
    expect(assignFields(source, new Set(["taken"]))).toEqual({ code: source, count: 0 });
  });
});

it("a build fails when an upgrade of the engine is compiled otherwise", () => {
  const resourcePath = require
    .resolve("@univerjs/engine-formula")
    .replace(/lib.*$/, "lib/es/index.js");
  const run = (source: string) => loader.call({ resourcePath } as never, source);
  expect(() => run("class C { x = 1; }")).toThrow(/no call of _defineProperty/);
  expect(run('class C { constructor() { _defineProperty(this, "own", 1); } }')).toContain(
    "this.own = 1",
  );
});
