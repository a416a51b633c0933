import { readAssumptions } from "../../src/assumptions/assumptions";
import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { newTable, readTable } from "../../src/assumptions/table";

const whose = (...rows: (readonly [string, string | number, string?])[]) => {
  const { provenance } = readAssumptions(
    [["schema", 1] as const, ...rows].map(([key, value, source = ""], i) => ({
      row: i + 1,
      key,
      value,
      source,
    })),
  );
  return rows.map(([key]) => provenance(key));
};

it("every default is an example or a judgement, never the user's", () => {
  const { provenance } = readTable(newTable(new Map()));
  const examples = ASSUMPTION_KEYS.filter(({ key }) => provenance(key) === "example");
  expect(examples.map(({ key }) => key)).toEqual(
    expect.arrayContaining(["ust10", "mbsSpread", "mbsOas", "mbsDuration", "corpOas", "rateVol"]),
  );
  for (const { key } of ASSUMPTION_KEYS)
    expect(["example", "judgement"]).toContain(provenance(key));
  expect(["liquidityCorp", "weightValue", "switchCost"].map(provenance)).toEqual(
    Array.from({ length: 3 }, () => "judgement"),
  );
});

it("a value is the user's where it differs from the default, or Source says who entered it", () => {
  expect(
    whose(
      ["mbsOas", 25],
      ["corpOas", 62],
      ["mbsDuration", 5.6, "entered in the pane"],
      ["mbsSpread", 101, "ILLUSTRATIVE level of mid-January 2026; enter your own"],
      ["mbsConvexity", -90, "ILLUSTRATIVE; enter your vendor's figure"],
    ),
  ).toEqual(["yours", "example", "yours", "example", "yours"]);
});

it("levels of the data are derived; those of made-up data are examples", () => {
  expect(
    whose(
      ["mbsSpread", 88.5, "the last row of the data: LUMS.csv"],
      ["corpOas", 70.5, "ILLUSTRATIVE: the last row of the made-up histories"],
    ),
  ).toEqual(["derived", "example"]);
});

it("in a table of the user's own every value is the user's, also one that equals a default", () => {
  const rows = [{ row: 1, key: "corpOas", value: 62 }];
  const { provenance } = readAssumptions(rows);
  expect([provenance("corpOas"), provenance("mbsOas")]).toEqual(["yours", "example"]);
});
