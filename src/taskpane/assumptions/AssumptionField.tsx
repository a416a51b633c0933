import { Badge, Button, Field, Input } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons/svg/arrow-reset";
import { memo } from "react";
import { doubtAbout } from "../../assumptions/doubt";
import type { AssumptionKey, AssumptionValue } from "../../assumptions/keys";
import { showRange } from "../../assumptions/show";
import { writeDate } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { fieldText, type FieldState } from "./fieldState";

/** What a field shows. */
export interface AssumptionFieldProps {
  readonly entry: AssumptionKey;
  /** What the workbook holds, in library units; null for the default. */
  readonly held: AssumptionValue | null;
  /** What was typed; null when nothing was. */
  readonly typed: string | null;
  readonly state: FieldState;
  /** What the table says beside the value; nulls where it says nothing. */
  readonly source: string;
  readonly asOf: number | null;
  readonly onType: (entry: AssumptionKey, text: string) => void;
}

/** One assumption: label, value, range, default, source and as-of date. */
export const AssumptionField = memo(function AssumptionField(props: AssumptionFieldProps) {
  const { entry, held, typed, state, source, asOf, onType } = props;
  const { numbers } = usePane();
  const words = texts.assumptions;
  const standard = fieldText(entry, null, numbers);
  const text = typed ?? fieldText(entry, held, numbers);
  const doubt = state.kind === "wrong" ? null : doubtAbout(entry, valueShown(state, held));
  const about = [
    showRange(entry),
    standard === "" ? words.noDefault : words.defaultIs(standard),
    words.source(source) + (asOf === null ? "" : `, ${words.asOf(writeDate(asOf, numbers))}`),
  ].join(". ");
  return (
    <div className="assumption" data-key={entry.key} data-state={state.kind}>
      <Field
        label={entry.label}
        hint={`${about}.`}
        {...(state.kind === "wrong"
          ? { validationState: "error", validationMessage: state.message }
          : doubt === null
            ? {}
            : { validationState: "warning", validationMessage: doubt })}
      >
        <Input
          value={text}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.notSet}
          onChange={(_, { value }) => {
            onType(entry, value);
          }}
        />
      </Field>
      <div className="assumption-state">
        {state.kind === "edited" && <Badge color="warning">{words.edited}</Badge>}
        {text !== standard && (
          <>
            <Badge appearance="outline">{words.own}</Badge>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowResetRegular />}
              aria-label={words.resetOne(entry.label)}
              onClick={() => {
                onType(entry, standard);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
});

const valueShown = (state: FieldState, held: AssumptionValue | null): AssumptionValue | null =>
  state.kind === "edited" ? state.value : held;
