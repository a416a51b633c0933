/* The screen *Functions*: find a function, fill in its arguments, see the result, insert it. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../paneContext";
import type { FunctionDescription } from "../paneFacts";
import { SearchField } from "../SearchField";
import { texts } from "../texts";
import { FunctionBuilder } from "./FunctionBuilder";

/**
 * The screen.
 * @returns Its view.
 */
export function FunctionsScreen() {
  const { facts } = usePane();
  const [search, setSearch] = useState("");
  const [chosen, choose] = useState<FunctionDescription | null>(null);
  const words = texts.functions;
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
  const found = facts.functions.descriptions.filter((one) => matches(one, search));
  return (
    <>
      <h1>{words.heading}</h1>
      <SearchField label={words.search} value={search} onSearch={setSearch} />
      <p className="quiet" role="status">
        {words.found(found.length)}
      </p>
      <ul className="function-list">
        {found.map((one) => (
          <li key={one.id}>
            <Button
              appearance="subtle"
              onClick={() => {
                choose(one);
              }}
            >
              {one.name}
            </Button>
            <p className="quiet">{firstSentence(one.description)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every word of the search must stand in the name, the description or an argument. */
function matches({ name, description = "", parameters = [] }: FunctionDescription, search: string) {
  const text = [name, description, ...parameters.map((one) => one.name)].join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const firstSentence = (description = ""): string => description.split(/(?<=\.)\s/)[0] ?? "";
