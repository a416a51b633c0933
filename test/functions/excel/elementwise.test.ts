import { mbsCashflowsRows } from "../../../src/functions/mortgage";
import { spreadGapCells } from "../../../src/functions/spread";
import { answer } from "../../support/errors";
import { column } from "../../support/series";

describe("the place of a bad cell", () => {
  it("is its row in a column, and its column in a row", () => {
    expect(answer(() => spreadGapCells(column(101, "wide"), [[62]]))).toMatchObject({
      message: expect.stringMatching(/^mbs, row 2,/),
    });
    expect(answer(() => spreadGapCells([[101, 98, "wide"]], [[62]]))).toMatchObject({
      message: expect.stringMatching(/^mbs, (row|column) 3,/),
    });
  });
});

describe("a loan at a rate of 0", () => {
  it("pays its principal back in equal parts", () => {
    const rows = mbsCashflowsRows(0, 0, 12, 0, [[0]], 1_200) as number[][];
    expect(rows.map(([, , interest, scheduled]) => [interest, scheduled])).toEqual(
      Array.from({ length: 12 }, () => [0, expect.closeTo(100, 10)]),
    );
  });
});
