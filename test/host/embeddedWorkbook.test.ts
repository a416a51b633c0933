import "./nativeEngine";
import { contract } from "../workbook/contract";
import { embeddedHost } from "../workbook/hosts";

jest.setTimeout(60_000);

describe("the workbook of the embedded engine", () => {
  contract(embeddedHost);
});
