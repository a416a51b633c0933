import { toAscii } from "../../src/build/asciiPlugin";

describe("a bundle in ASCII", () => {
  it.each([
    ['"2 × 3…"', "2 × 3…"],
    ['"💶"', "💶"],
    ['"\\×"', "×"],
    ['"\\\\×"', "\\×"],
    ['"\\\\\\×"', "\\×"],
    ['"a\\"ü"', 'a"ü'],
  ])("means the same: %s", (literal, expected) => {
    const ascii = toAscii(literal);
    expect([...ascii].every((character) => character < "\x80")).toBe(true);
    expect(JSON.parse(ascii)).toBe(expected);
  });

  it("stays as it is where it is ASCII", () => {
    expect(toAscii('const a = "\\n\\\\";')).toBe('const a = "\\n\\\\";');
  });
});
