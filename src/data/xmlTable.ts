/* The Treasury's daily par yields as XML: an element a tenor, of which some days lack some. */
import { Parser } from "htmlparser2";
import { invalid } from "../calc/errors";
import { requireRows, requireSize, tableOf, type TextTable } from "./textTable";

/** Elements that hold the day of a record: the first that a file has counts. */
const DAY = /^(NEW_DATE|QUOTE_DATE|BID_CURVE_DATE)$/;
/** Elements that hold a par yield; the display's copy of one is none. */
const YIELD = /^BC_\d+(_\d+)?(MONTH|YEAR)$/;

type Record = Map<string, string>;

/**
 * Reads the fields of the Treasury's XML.
 *
 * @param text - The file.
 * @param source - What sentences call it.
 * @returns A row a day, with the elements' names as headings; blank where a day lacks an element.
 * @throws CalcError `invalid` when it is too large, or holds no par yields.
 */
export function readXml(text: string, source: string): TextTable {
  requireSize(source, text.length);
  const records = recordsOf(text, source);
  const names = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const day = names.find((name) => DAY.test(name));
  const yields = names.filter((name) => YIELD.test(name));
  if (day === undefined || yields.length === 0) {
    throw invalid(
      `${source} is XML without par yields; it must be the Treasury's elements NEW_DATE and BC_10YEAR, or a CSV file`,
    );
  }
  const columns = [day, ...yields];
  const rows = records.map((record) => columns.map((name) => record.get(name) ?? ""));
  const facts = ["par yields from the Treasury's XML"];
  const about = { source, place: "row", decimal: ".", facts } as const;
  return tableOf([columns, ...rows], (i) => i, about);
}

/** A record ends where an element of it comes again. */
function recordsOf(text: string, source: string): Record[] {
  const records: Record[] = [];
  let record: Record = new Map();
  let name = "";
  let held = "";
  const end = () => {
    if (record.size > 0) records.push(record);
    requireRows(source, records.length);
    record = new Map();
  };
  const parser = new Parser(
    {
      onopentag(tag) {
        name = tag.replace(/^.*:/, "").toUpperCase();
        held = "";
      },
      ontext(part) {
        held += part;
      },
      onclosetag(tag) {
        const closed = tag.replace(/^.*:/, "").toUpperCase();
        if (closed !== name || !(DAY.test(closed) || YIELD.test(closed))) return;
        if (record.has(closed)) end();
        record.set(closed, held.trim());
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  end();
  return records;
}
