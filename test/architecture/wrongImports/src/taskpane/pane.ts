import { f } from "../functions/other";
import { office } from "../workbook/officeWorkbook";
export const pane: unknown = [f, office];
