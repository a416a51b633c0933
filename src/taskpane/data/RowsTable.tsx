import { writeDate, writeNumber } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";

/** A row of a preview: a day, and a value or none of each column. */
export interface PreviewRow {
  readonly date: number;
  readonly values: readonly (number | null)[];
}

/** Rows at each end. */
const SHOWN = 5;

/**
 * The first and the last rows of what is to come in.
 * @param props - A caption, headings of the value columns, and all rows.
 * @returns A table.
 */
export function RowsTable(props: {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly PreviewRow[];
}) {
  const { caption, headings, rows } = props;
  const hidden = rows.length - 2 * SHOWN;
  const [first, last] =
    hidden > 0 ? [rows.slice(0, SHOWN), rows.slice(-SHOWN)] : [rows, [] as PreviewRow[]];
  return (
    <table className="preview-rows">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.data.date}</th>
          {headings.map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {first.map((row) => (
          <OneRow key={row.date} row={row} />
        ))}
        {hidden > 0 && (
          <tr>
            <td colSpan={headings.length + 1}>{texts.data.moreRows(hidden)}</td>
          </tr>
        )}
        {last.map((row) => (
          <OneRow key={row.date} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function OneRow({ row }: { readonly row: PreviewRow }) {
  const { numbers } = usePane();
  return (
    <tr>
      <th scope="row">{writeDate(row.date, numbers)}</th>
      {row.values.map((value, i) => (
        <td key={i}>{value === null ? texts.data.blank : writeNumber(value, 1, numbers)}</td>
      ))}
    </tr>
  );
}
