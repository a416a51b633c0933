/* What every host of the port must do. Run by test/host/embeddedWorkbook and test/workbook/officeWorkbook. */
import { benchOf } from "./contract/bench";
import { cellsContract } from "./contract/cells";
import { changesContract } from "./contract/changes";
import { eventsContract } from "./contract/events";
import { formatsContract } from "./contract/formats";
import { formulasContract } from "./contract/formulas";
import { freezeContract } from "./contract/freeze";
import { namesContract } from "./contract/names";
import type { Host } from "./hosts";

/** Declares the tests of the contract for a host. */
export function contract(hostOf: () => Promise<Host>): void {
  let host: Host;
  beforeAll(async () => {
    host = await hostOf();
  });
  beforeEach(() => host.reset());
  const bench = benchOf(() => host);
  namesContract(bench);
  cellsContract(bench);
  formulasContract(bench);
  freezeContract(bench);
  formatsContract(bench);
  changesContract(bench);
  eventsContract(bench);
}
