import { pane } from "../taskpane/pane";
import Papa from "papaparse";
export const f = [pane, Papa];
