import "../host/nativeEngine";
import { addTable } from "../../src/templates/assumptionsTable";
import { addTradeTicket } from "../../src/templates/tradeTicketSheet";
import type { CellValue } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const ticketOf = async (sheet: string): Promise<CellValue[][]> => {
  await host.book.settle();
  return host.port.read({ sheet, a1: "A10:D29" });
};
const figure = (ticket: CellValue[][], item: string): number => {
  const value = ticket.find(([name]) => name === item)?.[1];
  if (typeof value !== "number") throw new Error(`${item} is ${String(value)}`);
  return value;
};

describe("the sheet Trade ticket", () => {
  it("says what it needs in a workbook without assumptions, and writes nothing", async () => {
    const before = await host.port.names();
    await expect(addTradeTicket(host.port)).rejects.toThrow(
      "the trade ticket needs the assumptions (screen Assumptions): add them first",
    );
    expect(await host.port.names()).toEqual(before);
  });

  it("shows the ticket under its headings; the inputs by whose they are stand in the workings", async () => {
    await addTable(host.port);
    const ticket = await ticketOf(await addTradeTicket(host.port));
    expect(ticket[0]).toEqual(["The ticket", "Amount", "Unit", "How it is made"]);
    expect(ticket[14]?.[0]).toBe("days of carry in the cost");
    expect(ticket[16]).toEqual(["", "", "", ""]);
    const workings = await host.port.read({ sheet: "Trade ticket", a1: "F11:I29" });
    expect(ticket.slice(1, 16)).toEqual(workings.slice(0, 15));
    expect(workings[17]?.[0]).toBe("example inputs");
    expect(workings[18]).toEqual(["", "", "", ""]);
    expect((await host.port.read({ sheet: "Trade ticket", a1: "A3" }))[0]?.[0]).toMatch(
      /^On example inputs: .*MBS duration.*corporate duration/,
    );
  });

  it("follows the face value and the lot that are typed in it", async () => {
    await addTable(host.port);
    const sheet = await addTradeTicket(host.port);
    expect(figure(await ticketOf(sheet), "from MBS: face")).toBe(100_000_000);
    await host.port.change([{ kind: "values", sheet, a1: "B7:B8", values: [[50_000_000], [3e6]] }]);
    const ticket = await ticketOf(sheet);
    expect(figure(ticket, "from MBS: face")).toBe(50_000_000);
    const face = figure(ticket, "to corporates: face");
    expect(face % 3e6).toBe(0);
    const oneLot = (figure(ticket, "to corporates: DV01") / face) * 3e6;
    expect(Math.abs(figure(ticket, "leftover DV01"))).toBeLessThanOrEqual(oneLot / 2);
  });

  it("that is refused shows its error and no zeros", async () => {
    await addTable(host.port);
    const sheet = await addTradeTicket(host.port);
    await host.port.change([{ kind: "values", sheet, a1: "B7", values: [[100_000]] }]);
    const ticket = await ticketOf(sheet);
    expect(ticket[1]?.[0]).toBe("#VALUE!");
    expect(ticket.slice(1, 16).flat()).not.toContain(0);
  });

  it("takes a free name when there is one already", async () => {
    await addTable(host.port);
    expect(await addTradeTicket(host.port)).toBe("Trade ticket");
    expect(await addTradeTicket(host.port)).toBe("Trade ticket 2");
  });
});
