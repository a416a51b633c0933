/*
 * Codes: Microsoft Learn, "Error handling with the application-specific JavaScript APIs", tables of
 * "Error codes and messages" (general and Excel), and the enumerations of Microsoft's own client.
 */
import { EDIT_MODE, inWords } from "../../src/workbook/officeErrors";
import { clientErrorCodes } from "../support/microsoftClient";

/** What a read or a write of cells, names, tables, sheets and charts can be refused with. */
const REFUSALS = [
  "AccessDenied",
  "ActivityLimitReached",
  "ApiNotFound",
  "FilteredRangeConflict",
  "FormulaLengthExceedsLimit",
  "GeneralException",
  "InactiveWorkbook",
  "InsertDeleteConflict",
  "InvalidOperationInCellEditMode",
  "InvalidReference",
  "InvalidSelection",
  "ItemAlreadyExists",
  "ItemNotFound",
  "MergedRangeConflict",
  "NonBlankCellOffSheet",
  "NotImplemented",
  "OperationCellsExceedLimit",
  "PivotTableRangeConflict",
  "RangeExceedsLimit",
  "RequestAborted",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "UnsupportedOperation",
  "UnsupportedSheet",
  "WriteNotSupportedWhenModalDialogOpen",
];
/** In the tables, but without a name in the client. */
const ONLY_DOCUMENTED = ["MemoryLimitReached", "ServiceNotAvailable"];

const refusal = (code: string) => inWords({ code, message: "Microsoft's sentence" });

describe("Excel's error codes", () => {
  it("are spelled as Microsoft's client spells them", () => {
    const known = clientErrorCodes();
    expect(REFUSALS.filter((code) => !known.has(code))).toEqual([]);
    expect(ONLY_DOCUMENTED.filter((code) => known.has(code))).toEqual([]);
    expect(known).toContain(EDIT_MODE);
  });

  it.each([...REFUSALS, ...ONLY_DOCUMENTED])("%s is said in our words", (code) => {
    const { message } = refusal(code);
    expect(message).not.toMatch(/Microsoft's sentence|undefined/);
    expect(message).toMatch(/^(?:[a-z]|Excel |PivotTable).*[^.]$/);
    expect(refusal(code).code).toBe(code);
  });

  it.each(["InvalidArgument", "InvalidOperation", "AccessDenied ", ""])(
    "%p, a mistake of ours or unknown: Excel's own words",
    (code) => {
      expect(refusal(code).message).toBe("Excel says: Microsoft's sentence");
    },
  );
});
