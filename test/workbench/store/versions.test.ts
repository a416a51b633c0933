import {
  EARLIER,
  isSame,
  keyOf,
  newestFirst,
  staying,
  versionOf,
  type Version,
} from "../../../src/workbench/store/versions";

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 29);
const version = (minutes: number, begun = START, name = "Workbook"): Version => ({
  saved: START + minutes * MINUTE,
  begun,
  name,
});

/** Saves one version after the other, and lets those go that do not stay. */
function worked(minutes: readonly number[], before: readonly Version[] = []) {
  let versions = before;
  for (const minute of minutes) {
    versions = staying([...versions, version(minute)], START + minute * MINUTE);
  }
  return versions;
}
const minutesTo = (end: number, step: number) =>
  Array.from({ length: Math.floor(end / step) }, (_, i) => (i + 1) * step);

describe("the versions that stay", () => {
  it("are the newest, the one before it, and four that are spread over the time", () => {
    const ages = worked(minutesTo(600, 1)).map(({ saved }) => 600 - (saved - START) / MINUTE);
    expect(ages).toHaveLength(1 + EARLIER);
    expect(ages.slice(0, 2)).toEqual([0, 1]);
    // The first stays, and between them each is at least ten minutes from the next.
    expect(ages.at(-1)).toBe(599);
    const steps = ages.slice(2);
    expect(steps.every((age, i) => i === 0 || age - (steps[i - 1] ?? 0) >= 10)).toBe(true);
    expect(steps[0]).toBeLessThan(30);
  });

  it("are five beside the newest at most, whatever was kept", () => {
    for (let count = 1; count < 40; count++) {
      const all = Array.from({ length: count }, (_, i) =>
        version(i * 7, START + (i % 5) * MINUTE, `book ${i % 5}`),
      );
      expect(staying(all, START + 400 * MINUTE).length).toBeLessThanOrEqual(1 + EARLIER);
    }
  });

  it("keep the last of a workbook that was replaced before any step of this one", () => {
    const replaced = [1, 2, 3].map((i) => version(-60 * i, START - i, `file ${i}`));
    const names = worked(minutesTo(300, 1), replaced).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["file 1", "file 2", "file 3"]));
  });

  it("do not move when a newer one comes: each that stays was there before", () => {
    let versions: readonly Version[] = [];
    for (const minute of minutesTo(400, 3)) {
      const next = staying([...versions, version(minute)], START + minute * MINUTE);
      const added = next.filter((one) => !versions.some((old) => isSame(old, one)));
      expect(added).toHaveLength(1);
      versions = next;
    }
  });
});

describe("the key of a version", () => {
  it("is its time, its workbook and its name; of the first releases it is a word", () => {
    const one = version(3, START, "mine.xlsx");
    expect(versionOf(keyOf(one))).toEqual(one);
    expect(versionOf(JSON.parse(JSON.stringify(keyOf(one))))).toEqual(one);
    expect(keyOf({ saved: 0, begun: 0, name: "Workbook" })).toBe("workbook");
  });

  it.each([
    ["other"],
    [7],
    [[1, 2]],
    [[1, 2, 3]],
    [["1", 2, "a"]],
    [[0, 0, "a"]],
    [[-1, 0, "a"]],
    [null],
  ])("of something else is none: %j", (key) => {
    expect(versionOf(key)).toBeUndefined();
  });

  it("sorts by time", () => {
    expect(newestFirst([version(1), version(3), version(2)]).map(({ saved }) => saved)).toEqual(
      [3, 2, 1].map((minute) => START + minute * MINUTE),
    );
  });
});
