import { totalReturnCells } from "../../src/functions/returns";
import { answer } from "../support/errors";
import { column } from "../support/series";

describe("TOTALRETURN", () => {
  it("shows its parts for one case, and they sum to the total", () => {
    const parts = totalReturnCells(
      [["98-00"]],
      [[98.6]],
      [[0.375]],
      undefined,
      undefined,
      [["0.75%"]],
      [["parts"]],
    );
    expect(parts.map(([name]) => name)).toEqual(["price", "coupon", "paydown", "total"]);
    const [price, coupon, paydown, total] = parts.map(([, value]) => value as number) as [
      number,
      number,
      number,
      number,
    ];
    expect(price + coupon + paydown).toBe(total);
    expect(total).toBe(
      totalReturnCells([[98]], [[98.6]], [[0.375]], undefined, undefined, [[0.0075]])[0]?.[0],
    );
  });

  it("refuses parts for several rows", () => {
    expect(
      answer(() =>
        totalReturnCells(column(98, 99), [[100]], undefined, undefined, undefined, undefined, [
          ["parts"],
        ]),
      ),
    ).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/2×1 cases; it must be one case/),
    });
  });
});
