import type { ParCurve } from "../../calc/curve/parCurve";
import { headingOf } from "../../templates/curveSheet";
import { writeNumber } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";

/**
 * The curve of a day, as it would be written.
 * @param props - The day and its curve.
 * @returns A table.
 */
export function CurveTable({ day, curve }: { readonly day: string; readonly curve: ParCurve }) {
  const { numbers } = usePane();
  const words = texts.data;
  return (
    <table className="preview-rows">
      <caption>{words.curveOf(day)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.tenor}</th>
          <th scope="col">{words.parYield}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(curve.tenors, (tenor, i) => (
          <tr key={tenor}>
            <th scope="row">{headingOf(tenor)}</th>
            <td>{`${writeNumber(100 * (curve.yields[i] ?? NaN), 2, numbers)}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
