/* Both histories on one set of dates: how, and what comes of it. */
import {
  Checkbox,
  Field,
  ProgressBar,
  Radio,
  RadioGroup,
  Select,
} from "@fluentui/react-components";
import { useId } from "react";
import { ALIGN_METHODS, type AlignMethod } from "../../calc/series/align";
import { METHOD_WORDS } from "../../data/sourceLine";
import type { Pair, PairPlan } from "../../data/pair";
import { texts } from "../texts";
import { Findings } from "./Findings";
import { RowsTable } from "./RowsTable";
import { Refusal } from "./SourcePart";
import type { Aligned } from "./usePair";

/** Days that a value may be carried for: a week of business, a week, ten days, a month. */
const STALE_DAYS = [0, 3, 5, 7, 10, 31];

/**
 * The choice of a way, and a preview.
 * @param props - The plan, why it is suggested, and what it comes to.
 * @returns Its part of the screen.
 */
export function AlignPart(props: {
  readonly plan: PairPlan;
  /** Null when the user chose the method. */
  readonly reason: string | null;
  readonly aligned: Aligned;
  readonly onPlan: (plan: PairPlan) => void;
}) {
  const { plan, reason, aligned, onPlan } = props;
  const heading = useId();
  const words = texts.data;
  const lacking = "pair" in aligned ? aligned.pair.lacking.mbs + aligned.pair.lacking.corporate : 0;
  return (
    <section className="part" aria-labelledby={heading}>
      <h2 id={heading}>{words.alignHeading}</h2>
      <Field label={words.method} hint={reason === null ? words.chosen : words.suggested(reason)}>
        <RadioGroup
          value={plan.method}
          onChange={(_, { value }) => {
            onPlan({ ...plan, method: value as AlignMethod });
          }}
        >
          {ALIGN_METHODS.map((method) => (
            <Radio key={method} value={method} label={METHOD_WORDS[method]} />
          ))}
        </RadioGroup>
      </Field>
      {plan.method === "previous" && (
        <Field label={words.stale}>
          <Select
            value={String(plan.maxStaleDays)}
            onChange={(_, { value }) => {
              onPlan({ ...plan, maxStaleDays: Number(value) });
            }}
          >
            {STALE_DAYS.map((days) => (
              <option key={days} value={days}>
                {words.days(days)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {lacking > 0 && (
        <Checkbox
          label={words.keepOneSided(lacking)}
          checked={plan.keepOneSided}
          onChange={(_, { checked }) => {
            onPlan({ ...plan, keepOneSided: checked === true });
          }}
        />
      )}
      {"problem" in aligned && <Refusal problem={aligned.problem} />}
      {"share" in aligned && (
        <Field label={words.aligning} hint={words.share(aligned.share)}>
          <ProgressBar value={aligned.share} />
        </Field>
      )}
      {"pair" in aligned && <Preview pair={aligned.pair} />}
    </section>
  );
}

function Preview({ pair }: { readonly pair: Pair }) {
  const { rows, facts, findings } = pair;
  const words = texts.data;
  return (
    <>
      <ul className="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <RowsTable
        caption={words.alignedRows(rows.length)}
        headings={[words.mbsShort, words.corporateShort]}
        count={rows.length}
        rowAt={(i) => {
          const { date = NaN, mbs = null, corporate = null } = rows[i] ?? {};
          return { date, values: [mbs, corporate] };
        }}
      />
      <h3>{words.findings}</h3>
      <Findings findings={findings} />
    </>
  );
}
