/* The screen *Functions*: find a function, read what it does, and go on to its arguments. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { usePane } from "../paneContext";
import type { FunctionDescription } from "../paneFacts";
import { SearchField } from "../SearchField";
import { texts } from "../texts";
import { categories } from "../../catalogue/categories";
import { FunctionBuilder } from "./FunctionBuilder";
import { listFunctions } from "../../catalogue/listFunctions";

/** Names that are seen at once. */
const ROWS = 12;

/**
 * The screen.
 * @returns Its view.
 */
export function FunctionsScreen() {
  const { facts } = usePane();
  const [wanted, setWanted] = useState("");
  const [category, setCategory] = useState("");
  const [marked, mark] = useState("");
  const [chosen, choose] = useState<FunctionDescription | null>(null);
  const words = texts.functions;
  const { descriptions } = facts.functions;
  const found = useMemo(
    () => listFunctions(descriptions, wanted, category),
    [descriptions, wanted, category],
  );
  if (chosen !== null) {
    return (
      <FunctionBuilder
        key={chosen.id}
        description={chosen}
        onBack={() => {
          choose(null);
        }}
      />
    );
  }
  const shown = found.find(({ id }) => id === marked) ?? found[0];
  const goOn = () => {
    if (shown !== undefined) choose(shown);
  };
  return (
    <>
      <h1>{words.heading}</h1>
      <SearchField label={words.search} value={wanted} onSearch={setWanted} onEnter={goOn} />
      <Field label={words.category} size="small">
        <Select
          size="small"
          value={category}
          onChange={(_, { value }) => {
            setCategory(value);
          }}
        >
          <option value="">{words.allCategories}</option>
          {categories.map(([name]) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <p className="quiet" role="status">
        {words.found(found.length)}
      </p>
      <select
        className="function-list"
        aria-label={words.list}
        size={ROWS}
        value={shown?.id ?? ""}
        onChange={({ target }) => {
          mark(target.value);
        }}
        onDoubleClick={goOn}
        onKeyDown={({ key }) => {
          if (key === "Enter") goOn();
        }}
      >
        {found.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {shown !== undefined && <Described description={shown} onChoose={goOn} />}
    </>
  );
}

/** What the marked function is called with, and what it does. */
function Described(props: {
  readonly description: FunctionDescription;
  readonly onChoose: () => void;
}) {
  const { name, description = "", parameters = [] } = props.description;
  const args = parameters.map((one) => (one.optional === true ? `[${one.name}]` : one.name));
  return (
    <section className="function-described">
      <p>
        <strong>{name}</strong>({args.join(", ")})
      </p>
      <p className="quiet">{description}</p>
      <Button appearance="primary" size="small" onClick={props.onChoose}>
        {texts.functions.choose}
      </Button>
    </section>
  );
}
