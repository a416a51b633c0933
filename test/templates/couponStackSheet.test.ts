import "../host/nativeEngine";
import { mbsOasCard } from "../../src/functions/mortgageOas";
import { addTable } from "../../src/templates/assumptionsTable";
import { addCouponStack } from "../../src/templates/couponStackSheet";
import { EXAMPLE_STACK } from "../../src/templates/couponStackLayout";
import type { CellValue } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const read = async (sheet: string, a1: string): Promise<CellValue[][]> => {
  await host.book.settle();
  return host.port.read({ sheet, a1 });
};
/** The Treasury yields among the defaults of the assumptions. */
const CURVE = [
  ...[
    [2, 0.0359],
    [3, 0.0366],
    [5, 0.0382],
  ],
  ...[
    [7, 0.0402],
    [10, 0.0423],
    [30, 0.0483],
  ],
];
const ROWS = EXAMPLE_STACK.length;

describe("the sheet Coupon stack", () => {
  it("says what it needs in a workbook without assumptions, and writes nothing", async () => {
    const before = await host.port.names();
    await expect(addCouponStack(host.port)).rejects.toThrow(
      "the coupon stack needs the assumptions (screen Assumptions): add them first",
    );
    expect(await host.port.names()).toEqual(before);
  });

  it("has of each coupon what MBSOAS says of it, and says which is cheapest", async () => {
    await addTable(host.port);
    const sheet = await addCouponStack(host.port);
    const shown = await read(sheet, `H8:M${7 + ROWS}`);
    const spreads = EXAMPLE_STACK.map(({ coupon, price, wac, wam, age }, i) => {
      const of = (field: string) =>
        mbsOasCard(price, coupon, wac, wam, age, CURVE, undefined, field)[0]?.[0] as number;
      const [, , oas, , duration] = shown[i] ?? [];
      expect(oas).toBeCloseTo(of("oas"), 9);
      expect(duration).toBeCloseTo(of("effectiveDuration"), 9);
      return of("oas");
    });
    const [least, most] = [Math.min(...spreads), Math.max(...spreads)];
    const { coupon = NaN } = EXAMPLE_STACK[spreads.indexOf(most)] ?? {};
    expect((await read(sheet, "A2"))[0]?.[0]).toBe(
      `Cheapest by OAS, on example inputs: ${(100 * coupon).toFixed(1)}% at ${most.toFixed(0)} bp; ${ROWS} coupons from ${least.toFixed(0)} to ${most.toFixed(0)} bp.`,
    );
    const [words, drawn] = (await read(sheet, "AA7:AB8")) as [CellValue[], CellValue[]];
    expect(words).toEqual(["Coupon", "OAS (bp)"]);
    expect(drawn).toEqual(["3.0%", shown[0]?.[2]]);
    expect(host.charts()).toEqual(["RV_Couponstack_oas", "RV_Couponstack_duration"]);
  });

  it("is marked while a pool is an example, and names the examples", async () => {
    await addTable(host.port);
    const sheet = await addCouponStack(host.port);
    const [[title], , [line]] = (await read(sheet, "A1:A3")) as [[string], [string], [string]];
    expect(title).toBe("ILLUSTRATIVE: Coupon stack: 30-year mortgages side by side");
    expect(line).toMatch(/^On example inputs: the coupons, Treasury curve, /);
    const prices = EXAMPLE_STACK.map(({ price }) => [price - 0.25]);
    await host.port.change([{ kind: "values", sheet, a1: `B8:B${7 + ROWS}`, values: prices }]);
    const [[own], , [rest]] = (await read(sheet, "A1:A3")) as [[string], [string], [string]];
    expect(own).toBe("Coupon stack: 30-year mortgages side by side");
    expect(rest).toMatch(/^On example inputs: Treasury curve, /);
    expect((await read(sheet, `F8:F${7 + ROWS}`)).flat()).toEqual(Array(ROWS).fill("yours"));
  });

  it("says of a coupon without a price that it is not known, and draws no bar", async () => {
    await addTable(host.port);
    const sheet = await addCouponStack(host.port);
    await host.port.change([{ kind: "values", sheet, a1: "B9", values: [[""]] }]);
    expect(await read(sheet, "H9:M9")).toEqual([Array(6).fill("not known")]);
    expect(await read(sheet, "AA9:AB9")).toEqual([["3.5%", "#N/A"]]);
    expect((await read(sheet, "A2"))[0]?.[0]).toMatch(new RegExp(`; ${ROWS - 1} coupons from`));
  });

  it("says that nothing is known where a row is refused, shows no zeros, and the workings say why", async () => {
    await addTable(host.port);
    const sheet = await addCouponStack(host.port);
    await host.port.change([{ kind: "values", sheet, a1: "C9", values: [[0.01]] }]);
    const shown = (await read(sheet, `H8:M${7 + ROWS}`)).flat();
    expect(new Set(shown)).toEqual(new Set(["not known"]));
    expect((await read(sheet, "A2"))[0]?.[0]).toBe("Not known: see the workings on the right.");
    expect((await read(sheet, "R7"))[0]?.[0]).toMatch(/^#/);
  });

  it("takes a pool in a row that is inserted among the others", async () => {
    await addTable(host.port);
    const sheet = await addCouponStack(host.port);
    const worksheet = host.book.workbook.getSheetByName(sheet);
    if (!worksheet) throw new Error("the sheet is there");
    host.book.workbook.setActiveSheet(worksheet);
    worksheet.insertRows(9, 1);
    expect((await read(sheet, "J9:J11")).map(([oas]) => typeof oas)).toEqual([
      ...["number", "string", "number"],
    ]);
    const pool = [0.0375, 93, 0.0455, 340, 20] as const;
    await host.port.change([{ kind: "values", sheet, a1: "A10:E10", values: [pool] }]);
    const [coupon, price, wac, wam, age] = pool;
    const oas = mbsOasCard(price, coupon, wac, wam, age, CURVE, undefined, "oas")[0]?.[0];
    expect((await read(sheet, "J10"))[0]?.[0]).toBeCloseTo(Number(oas), 9);
    expect(await read(sheet, "F9:F11")).toEqual([["example"], ["yours"], ["example"]]);
    expect((await read(sheet, "A2"))[0]?.[0]).toMatch(new RegExp(`; ${ROWS + 1} coupons from`));
  });

  it("takes a free name when there is one already", async () => {
    await addTable(host.port);
    expect(await addCouponStack(host.port)).toBe("Coupon stack");
    expect(await addCouponStack(host.port)).toBe("Coupon stack 2");
    expect(new Set(host.charts()).size).toBe(4);
  });
});
