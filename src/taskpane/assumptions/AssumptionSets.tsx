/* Named sets of assumptions: chosen, compared row by row, duplicated. */
import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useCallback, useId, useState } from "react";
import { ASSUMPTION_KEYS } from "../../assumptions/keys";
import { TABLE_NAME } from "../../assumptions/table";
import { setNames, setTableName } from "../../templates/assumptionSets";
import { addTable, openTable, type OpenTable } from "../../templates/assumptionsTable";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useLoaded } from "../useLoaded";
import { fieldText } from "./fieldState";
import { heldOf } from "./useAssumptions";

/**
 * The sets of a workbook.
 * @param props - The table that is shown, and what shows another.
 * @returns Three small tools.
 */
export function AssumptionSets(props: {
  readonly table: OpenTable;
  readonly onChoose: (name: string) => void;
}) {
  const { table, onChoose } = props;
  const { workbook, attempt, busy } = usePane();
  const words = texts.assumptions;
  const load = useCallback(() => setNames(workbook), [workbook]);
  const sets = useLoaded(load) ?? [TABLE_NAME];
  const [other, setOther] = useState("");
  const [copy, setCopy] = useState("");
  const duplicate = () =>
    attempt(texts.status.writing, async () => {
      const { name } = await addTable(workbook, table.cells, setTableName(copy));
      setCopy("");
      return words.duplicated(name);
    });
  return (
    <section className="part">
      <h2>{words.sets}</h2>
      <Field label={words.setShown}>
        <Select
          value={table.name}
          onChange={(_, { value }) => {
            onChoose(value);
          }}
        >
          {sets.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Field label={words.compareWith}>
        <Select
          value={other}
          onChange={(_, { value }) => {
            setOther(value);
          }}
        >
          <option value="">{words.compareNone}</option>
          {sets
            .filter((name) => name !== table.name)
            .map((name) => (
              <option key={name}>{name}</option>
            ))}
        </Select>
      </Field>
      {other !== "" && <Differences table={table} other={other} />}
      <Field label={words.duplicateName}>
        <Input
          value={copy}
          onChange={(_, { value }) => {
            setCopy(value);
          }}
        />
      </Field>
      <Button disabled={busy || copy.trim() === ""} onClick={() => void duplicate()}>
        {words.duplicate(table.name)}
      </Button>
    </section>
  );
}

function Differences({ table, other }: { readonly table: OpenTable; readonly other: string }) {
  const { workbook, numbers } = usePane();
  const heading = useId();
  const words = texts.assumptions;
  const load = useCallback(() => openTable(workbook, other), [workbook, other]);
  const second = useLoaded(load);
  if (second === null) return null;
  const rows = ASSUMPTION_KEYS.map((entry) => ({
    entry,
    here: fieldText(entry, heldOf(table, entry), numbers),
    there: fieldText(entry, heldOf(second, entry), numbers),
  })).filter(({ here, there }) => here !== there);
  if (rows.length === 0) return <p>{words.noDifference}</p>;
  return (
    <>
      <h3 id={heading}>{words.difference}</h3>
      <table className="differences" aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{table.name}</th>
            <th scope="col">{other}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entry, here, there }) => (
            <tr key={entry.key}>
              <th scope="row">{entry.label}</th>
              <td>{here}</td>
              <td>{there}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
