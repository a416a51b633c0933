/*
 * officeWorkbook through Microsoft's own Excel client, which the embedded engine answers. What only
 * Excel can show is on docs/excel-checklist.md.
 */
import "../host/nativeEngine";
import { contract } from "./contract";
import { officeHost } from "./hosts";

describe("the workbook in Excel, through Microsoft's client", () => {
  contract(officeHost);
});
