import { finishMetadata } from "../../src/build/functionsMetadata";
import { choicesOf } from "../../src/catalogue/choices";
import lists from "../../src/catalogue/choices.json";
import { SAMPLE_CALLS } from "../support/sampleCalls";
import { worksheetFunctions, type WorksheetFunction } from "../support/worksheetFunctions";

/* What a function says of a word that it does not know is the list that it reads by. */
const REFUSED = /must be one of (.*?)(?:, did you mean .*)?$/;

/** Takes one of a basis and one of a curve together; no list of words. */
const TWO_WORDS = ["SPREADGAP.mbsBasis", "SPREADGAP.corporateBasis"];

/** The words that a function names when it refuses one, or none where it takes any text or no text. */
function wordsTaken({ id, parameters, call }: WorksheetFunction, at: number): string[] {
  const given = SAMPLE_CALLS.get(id)?.valid ?? [];
  const unknown = "no such word";
  const args = parameters.map((_, i) => given[i]);
  args[at] = parameters[at]?.dimensionality === "matrix" ? [[unknown]] : unknown;
  const answers: unknown[] = [];
  try {
    answers.push(call(...args));
  } catch (error) {
    answers.push(error);
  }
  const said = answers
    .flat(2)
    .map((answer) => String((answer as { message?: string } | null)?.message ?? ""))
    .map((message) => REFUSED.exec(message)?.[1])
    .find((words) => words !== undefined);
  return said?.split(", ") ?? [];
}

describe("lists of choices", () => {
  let functions: WorksheetFunction[] = [];
  beforeAll(async () => {
    functions = await worksheetFunctions();
  });

  it("hold the words that the functions take, for every argument that takes words", () => {
    const taken = functions.flatMap((one) =>
      one.parameters.flatMap(({ name }, at) => {
        const words = wordsTaken(one, at);
        const argument = `${one.id}.${name}`;
        return words.length === 0 || TWO_WORDS.includes(argument) ? [] : [[argument, words]];
      }),
    );
    const listed = functions.flatMap(({ id, parameters }) =>
      parameters.flatMap(({ name }) => {
        const words = choicesOf(id, name).map(({ word }) => word);
        return words.length === 0 ? [] : [[`${id}.${name}`, words]];
      }),
    );
    expect(taken.length).toBeGreaterThan(50);
    expect(listed).toEqual(taken);
  });

  it("name arguments that are there, each once", () => {
    const all = functions.flatMap(({ id, parameters }) =>
      parameters.map(({ name }) => `${id}.${name}`),
    );
    const named = lists.flatMap((list) => list.arguments);
    expect(named.filter((name) => !all.includes(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(new Set(lists.map(({ id }) => id)).size).toBe(lists.length);
  });

  it("say what each word means, but for measures; a default is the only one", () => {
    const silent = lists.filter(
      ({ id, words }) => !id.endsWith("Field") && Object.values(words).includes(""),
    );
    expect(silent).toEqual([]);
    for (const { id, words } of lists) {
      const defaults = Object.values(words).filter((meaning) => meaning.endsWith("(default)"));
      expect({ id, defaults: Math.min(defaults.length, 1) }).toEqual({
        id,
        defaults: defaults.length,
      });
    }
  });

  it("have words that the argument's description names, so that help, pane and grid show the same", () => {
    const missing = functions.flatMap(({ id, parameters }) =>
      parameters.flatMap(({ name, description }) =>
        choicesOf(id, name)
          .filter(({ word }) => !description.toLowerCase().includes(word.toLowerCase()))
          // "Rows and worst error of each family."
          .filter(({ word }) => id !== "SELFTEST" || !/[a-z](Rows|WorstError)$/.test(word))
          .map(({ word }) => `${id}.${name}: ${word}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("are linked in functions.json choice by choice, where an argument is one cell and takes nothing else", () => {
    // JSON leaves the implementations out.
    const generated = JSON.stringify({ functions });
    const { functions: finished, enums = [] } = finishMetadata(generated, "https://a.b");
    const open = lists.flatMap((list) => ("open" in list ? list.arguments : []));
    for (const { id, parameters = [] } of finished) {
      for (const { name, customEnumId, dimensionality, type } of parameters) {
        const words = choicesOf(id, name).map(({ word }) => word);
        const isLinked =
          words.length > 0 && dimensionality !== "matrix" && !open.includes(`${id}.${name}`);
        const values = enums.find((one) => one.id === customEnumId)?.values ?? [];
        expect([id, name, values.map(({ stringValue }) => stringValue)]).toEqual([
          id,
          name,
          isLinked ? words : [],
        ]);
        if (isLinked) expect(type ?? "any").toBe("any");
      }
    }
    const linked = finished.flatMap(({ parameters = [] }) =>
      parameters.flatMap(({ customEnumId = "" }) => (customEnumId === "" ? [] : [customEnumId])),
    );
    expect(enums.map(({ id }) => id).sort()).toEqual([...new Set(linked)].sort());
    expect(linked.length).toBeGreaterThan(40);
  });
});
