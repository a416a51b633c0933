import { writeNumber } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import type { Basis } from "./answer";

/**
 * The gap on its three bases as bars from 0, each with whose numbers it rests on.
 * @param props - The bases.
 * @returns A list; a bar says by its side and its words who pays more.
 */
export function BasisBars({ bases }: { readonly bases: readonly Basis[] }) {
  const { numbers } = usePane();
  const widest = Math.max(1, ...bases.map(({ gap }) => Math.abs(gap ?? 0)));
  return (
    <ul className="basis-bars" aria-label={texts.answer.bars}>
      {bases.map(({ name, gap, mark }) => (
        <li key={name} data-basis={name} data-mark={mark}>
          <span className="basis-name">{name}</span>
          <span className="basis-track" aria-hidden="true">
            {gap !== null && (
              <span
                className={gap < 0 ? "basis-bar below" : "basis-bar"}
                style={{ width: `${(50 * Math.abs(gap)) / widest}%` }}
              />
            )}
          </span>
          <span className="basis-value">
            {gap === null ? texts.answer.ask : `${writeNumber(gap, 1, numbers)} bp`}
          </span>
          <span className="basis-mark">{texts.answer.marks.get(mark)}</span>
        </li>
      ))}
    </ul>
  );
}
