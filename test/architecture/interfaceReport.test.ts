import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { choicesOf } from "../../src/catalogue/choices";
import { worksheetFunctions, type WorksheetFunction } from "../support/worksheetFunctions";

/*
 * test/released/<version>.json are the functions as they were released: never edited. Users'
 * workbooks hold these names and argument orders, and Excel keeps old metadata for a day, so each
 * must still be there; new arguments are optional and come last. So must each word of a list of choices, in
 * reports that have them.
 */
interface ReleasedFunction {
  readonly id: string;
  readonly parameters: readonly {
    name: string;
    type: string;
    dimensionality: string;
    optional: boolean;
    choices?: readonly string[];
  }[];
  readonly result: string;
}

const folder = resolve(__dirname, "../released");
const releases = readdirSync(folder).filter((file) => file.endsWith(".json"));

const report = (it: WorksheetFunction): ReleasedFunction => ({
  id: it.id,
  parameters: it.parameters.map(({ name, type, dimensionality = "scalar", optional = false }) => ({
    name,
    type,
    dimensionality,
    optional,
    choices: choicesOf(it.id, name).map(({ word }) => word),
  })),
  result: it.result.dimensionality ?? "scalar",
});

/** What a change to the functions breaks for users of a release, in words. */
function broken(released: readonly ReleasedFunction[], all: readonly ReleasedFunction[]): string[] {
  return released.flatMap((before) => {
    const after = all.find(({ id }) => id === before.id);
    if (after === undefined) return [`${before.id} is gone`];
    const changed = before.parameters.flatMap(({ choices = [], ...parameter }, k) => {
      const { choices: words = [], ...now } = after.parameters[k] ?? {};
      if (JSON.stringify(now) !== JSON.stringify(parameter)) {
        const name = after.parameters[k]?.name ?? "gone";
        return [`${before.id}: argument ${k + 1} was ${parameter.name}, is ${name}`];
      }
      return choices
        .filter((word) => !words.includes(word))
        .map((word) => `${before.id}: ${parameter.name} no longer takes ${word}`);
    });
    const added = after.parameters
      .slice(before.parameters.length)
      .filter(({ optional }) => !optional)
      .map(({ name }) => `${before.id}: the new argument ${name} is not optional`);
    return [
      ...changed,
      ...added,
      ...(before.result === after.result ? [] : [`${before.id}: result is ${after.result}`]),
    ];
  });
}

describe("released functions", () => {
  let now: ReleasedFunction[] = [];
  let described: WorksheetFunction[] = [];
  beforeAll(async () => {
    described = await worksheetFunctions();
    now = described.map(report);
  });

  it("have a report of at least one release", () => {
    expect(releases.length).toBeGreaterThan(0);
  });

  it.each(releases)("of %s are all there, with the same arguments", (file) => {
    const released = JSON.parse(readFileSync(resolve(folder, file), "utf8")) as {
      functions: ReleasedFunction[];
    };
    expect(released.functions.length).toBeGreaterThan(0);
    expect(broken(released.functions, now)).toEqual([]);
  });

  it("are noticed when one is lost, renamed, reordered or asks for more", () => {
    const parameter = (name: string, optional: boolean) => ({
      name,
      type: "any",
      dimensionality: "matrix",
      optional,
    });
    const before: ReleasedFunction = {
      id: "GAP",
      parameters: [parameter("mbs", false), parameter("corporate", false)],
      result: "matrix",
    };
    const turned = { ...before, parameters: [...before.parameters].reverse() };
    expect(broken([before], [])).toEqual(["GAP is gone"]);
    expect(broken([before], [turned])).toHaveLength(2);
    expect(
      broken(
        [before],
        [{ ...before, parameters: [...before.parameters, parameter("more", false)] }],
      ),
    ).toEqual(["GAP: the new argument more is not optional"]);
    expect(
      broken(
        [before],
        [{ ...before, parameters: [...before.parameters, parameter("more", true)] }],
      ),
    ).toEqual([]);
    expect(broken([before], [{ ...before, result: "scalar" }])).toEqual(["GAP: result is scalar"]);
    const taking = (...choices: string[]) => ({
      ...before,
      parameters: [{ ...parameter("method", true), choices }],
    });
    expect(broken([taking("ratio", "vol")], [taking("vol", "new")])).toEqual([
      "GAP: method no longer takes ratio",
    ]);
  });

  it("are documented: every argument says what it is and, where it is a number, its unit", () => {
    const UNIT =
      /basis point|years?\b|years²|rows?\b|months?\b|days?\b|per 100|decimal|fraction|in its unit|same units?\b|currency|US\$bn|plain numbers?\b|"[a-zA-Z]+"|table|key|what the .* spread is|same words|formula|TRUE/i;
    const silent = described.flatMap(({ id, description, parameters }) => [
      ...(description.length > 40 ? [] : [id]),
      ...parameters.filter((it) => !UNIT.test(it.description)).map(({ name }) => `${id} ${name}`),
    ]);
    expect(silent).toEqual([]);
  });
});
