import { CustomFunctionError } from "../../../src/host/runtime/customFunctions";
import type { ParameterMetadata } from "../../../src/host/runtime/functionMetadata";
import { marshalArguments, type RawArgument } from "../../../src/host/runtime/marshalArguments";

const value = (it: number | string | boolean | null): RawArgument => ({ kind: "value", value: it });
const omitted: RawArgument = { kind: "omitted" };
const range = (...cells: (number | string | null)[][]): RawArgument => ({ kind: "range", cells });
const notAvailable: RawArgument = { kind: "range", cells: [[{ error: "#N/A", message: "" }, 1]] };

function marshal(
  parameters: Partial<ParameterMetadata>[],
  given: RawArgument[],
  options = {},
): unknown[] {
  return marshalArguments(
    {
      id: "F",
      name: "F",
      parameters: parameters.map((one, i) => ({ name: `arg${i + 1}`, ...one })),
    },
    given,
    { blank: null, allowErrorForDataTypeAny: true, ...options },
  );
}

describe("marshalArguments", () => {
  const matrix = { dimensionality: "matrix" as const };

  it("hands a single value to a range argument as one row of one cell", () => {
    expect(marshal([matrix], [value(7)])).toEqual([[[7]]]);
  });

  it("hands a range of one cell to a scalar argument as its value, and refuses a larger one", () => {
    expect(marshal([{}], [range([7])])).toEqual([7]);
    expect(() => marshal([{}], [range([7], [8])])).toThrow(
      "arg1 is a range of 2 × 1 cells; it must be one cell",
    );
  });

  it("hands a blank cell over as null, or as 0 like older desktop Excel", () => {
    expect(marshal([matrix], [range([null, 1])])).toEqual([[[null, 1]]]);
    expect(marshal([matrix], [range([null, 1])], { blank: 0 })).toEqual([[[0, 1]]]);
  });

  it.each([
    ["number", null, 0],
    ["number", true, 1],
    ["number", "2.5", 2.5],
    ["string", null, ""],
    ["string", true, "TRUE"],
    ["string", 5, "5"],
    ["boolean", null, false],
    ["boolean", 2, true],
    ["boolean", "false", false],
  ] as const)("converts for type %s: %p is %p", (type, given, expected) => {
    expect(marshal([{ type }], [value(given)])).toEqual([expected]);
  });

  it.each([
    ["number", "x"],
    ["number", ""],
    ["boolean", "yes"],
  ] as const)("refuses what is no %s: %p", (type, given) => {
    expect(() => marshal([{ type }], [value(given)])).toThrow(CustomFunctionError);
  });

  it("hands an omitted optional argument over as null, and refuses another", () => {
    expect(marshal([{}, { optional: true }], [value(1)])).toEqual([1, null]);
    expect(marshal([{ optional: true, ...matrix }, {}], [omitted, value(1)])).toEqual([null, 1]);
    expect(() => marshal([{}], [omitted])).toThrow("arg1 is missing; it is not optional");
  });

  it("collects a repeating argument", () => {
    const repeating = { repeating: true, ...matrix };
    expect(marshal([{}, repeating], [value(1), range([2]), value(3)])).toEqual([1, [[[2]], [[3]]]]);
    expect(marshal([{}, repeating], [value(1)])).toEqual([1, []]);
  });

  it("hands errors over as CustomFunctions.Error where the metadata allow it", () => {
    const [[[error, one]]] = marshal([matrix], [notAvailable]) as [[[unknown, number]]];
    expect(error).toBeInstanceOf(CustomFunctionError);
    expect(error).toMatchObject({ code: "#N/A" });
    expect(one).toBe(1);
  });

  it("answers by the error where they do not, and for every other type", () => {
    const isNotAvailable = expect.objectContaining({ code: "#N/A" });
    const forbidden = { allowErrorForDataTypeAny: false };
    expect(() => marshal([matrix], [notAvailable], forbidden)).toThrow(isNotAvailable);
    expect(() => marshal([{ type: "number", ...matrix }], [notAvailable])).toThrow(isNotAvailable);
  });
});
