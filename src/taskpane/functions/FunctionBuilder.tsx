import { Button, Field, Input, Link } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { SelectObjectRegular } from "@fluentui/react-icons/svg/select-object";
import { useCallback, useId, useMemo, useState } from "react";
import { quotedSheet } from "../../workbook/a1";
import { insertFormula } from "../insertFormula";
import { usePane } from "../paneContext";
import type { ArgumentDescription, FunctionDescription } from "../paneFacts";
import { texts } from "../texts";
import { useIntoView } from "../useIntoView";
import { useLoaded } from "../useLoaded";
import { formulaOf, type CallArgument } from "../worksheetCall";
import { readArgument, suggestionsOf, type ReadArgument, type Surroundings } from "./argument";
import { Preview } from "./Preview";
import { readSurroundings } from "./surroundings";
import { readAs } from "./valueText";

/**
 * One function: a field for each argument, the result while one types, and *Insert*.
 * @param props - The function, and what goes back to the list.
 * @returns The builder.
 */
export function FunctionBuilder(props: {
  readonly description: FunctionDescription;
  readonly onBack: () => void;
}) {
  const { description, onBack } = props;
  const { workbook, numbers } = usePane();
  const heading = useIntoView(description);
  const load = useCallback(() => readSurroundings(workbook, numbers), [workbook, numbers]);
  const around = useLoaded(load);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const parameters = description.parameters ?? [];
  const words = texts.functions;
  return (
    <>
      <Button size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
        {words.back}
      </Button>
      <h1 ref={heading} tabIndex={-1}>
        {description.name}
      </h1>
      <p>{description.description}</p>
      <p>
        <Link href={`help.html#${description.id}`} target="_blank" rel="noopener">
          {words.help}
        </Link>
      </p>
      {parameters.map((parameter) => (
        <ArgumentField
          key={parameter.name}
          id={description.id}
          parameter={parameter}
          typed={typed.get(parameter.name) ?? ""}
          around={around}
          onType={(text) => {
            setTyped((before) => new Map(before).set(parameter.name, text));
          }}
        />
      ))}
      {around !== null && (
        <Result description={description} typed={typed} around={around} parameters={parameters} />
      )}
    </>
  );
}

function ArgumentField(props: {
  /** The function's. */
  readonly id: string;
  readonly parameter: ArgumentDescription;
  readonly typed: string;
  readonly around: Surroundings | null;
  readonly onType: (text: string) => void;
}) {
  const { id, parameter, typed, around, onType } = props;
  const { workbook, say } = usePane();
  const words = texts.functions;
  const suggestions = suggestionsOf(id, parameter);
  const list = useId();
  const read = typed === "" || around === null ? null : readArgument(parameter, typed, around);
  const echoed =
    read === null || read.kind === "problem" || around === null
      ? ""
      : readAs(read, typed, around.numbers);
  const pick = async () => {
    const { sheet, a1 } = await workbook.selection();
    onType(`${quotedSheet(sheet)}!${a1}`);
    say(words.picked(parameter.name, `${sheet}!${a1}`));
  };
  return (
    <div className="argument">
      <Field
        label={parameter.optional === true ? words.optional(parameter.name) : parameter.name}
        hint={parameter.description ?? ""}
        {...(read?.kind === "problem"
          ? { validationState: "error", validationMessage: read.message }
          : echoed === ""
            ? {}
            : { validationState: "none", validationMessage: echoed })}
      >
        <Input
          value={typed}
          spellCheck={false}
          autoComplete="off"
          list={list}
          onChange={(_, { value }) => {
            onType(value);
          }}
        />
      </Field>
      <datalist id={list}>
        {suggestions.map(({ word, meaning }) => (
          <option key={word} value={word}>
            {meaning}
          </option>
        ))}
      </datalist>
      {parameter.dimensionality === "matrix" && (
        <Button
          size="small"
          appearance="subtle"
          icon={<SelectObjectRegular />}
          onClick={() => void pick()}
        >
          {words.pick}
        </Button>
      )}
    </div>
  );
}

function Result(props: {
  readonly description: FunctionDescription;
  readonly parameters: readonly ArgumentDescription[];
  readonly typed: ReadonlyMap<string, string>;
  readonly around: Surroundings;
}) {
  const { description, parameters, typed, around } = props;
  const { workbook, attempt, busy } = usePane();
  const words = texts.functions;
  const args = useMemo(
    () => parameters.map((one) => readArgument(one, typed.get(one.name) ?? "", around)),
    [parameters, typed, around],
  );
  const call = useMemo(
    () => (args.every(isRead) ? { id: description.id, args } : null),
    [args, description],
  );
  if (call === null) return <p className="quiet">{words.incomplete}</p>;
  const formula = formulaOf(call);
  const insert = () =>
    attempt(texts.status.writing, async () =>
      words.inserted(await insertFormula(workbook, formula)),
    );
  return (
    <section className="part">
      <h2>{words.preview}</h2>
      <code className="formula">{formula}</code>
      <Preview call={call} />
      <Button appearance="primary" disabled={busy} onClick={() => void insert()}>
        {words.insert}
      </Button>
    </section>
  );
}

const isRead = (argument: ReadArgument): argument is CallArgument => argument.kind !== "problem";
