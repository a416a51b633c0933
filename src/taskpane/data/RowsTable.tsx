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
 * @param props - A caption, headings of the value columns, how many rows there are, and what gives
 * one: of a long history only those that are shown are made.
 * @returns A table.
 */
export function RowsTable(props: {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly count: number;
  readonly rowAt: (i: number) => PreviewRow;
}) {
  const { caption, headings, count, rowAt } = props;
  const hidden = count - 2 * SHOWN;
  const rowsFrom = (first: number, end: number) =>
    Array.from({ length: end - first }, (_, i) => rowAt(first + i));
  const [first, last] =
    hidden > 0 ? [rowsFrom(0, SHOWN), rowsFrom(count - SHOWN, count)] : [rowsFrom(0, count), []];
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
