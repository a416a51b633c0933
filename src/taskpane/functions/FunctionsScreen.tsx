/* The screen *Functions*: find a function, fill in its arguments, see the result, insert it. */
import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { usePane } from "../paneContext";
import type { FunctionDescription } from "../paneFacts";
import { SearchField } from "../SearchField";
import { search } from "../searching";
import { texts } from "../texts";
import { FunctionBuilder } from "./FunctionBuilder";

/**
 * The screen.
 * @returns Its view.
 */
export function FunctionsScreen() {
  const { facts } = usePane();
  const [wanted, setWanted] = useState("");
  const [chosen, choose] = useState<FunctionDescription | null>(null);
  const words = texts.functions;
  const { descriptions } = facts.functions;
  const found = useMemo(() => search(descriptions, wanted, describe), [descriptions, wanted]);
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
  return (
    <>
      <h1>{words.heading}</h1>
      <SearchField label={words.search} value={wanted} onSearch={setWanted} />
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

const describe = ({ id, name, description = "", parameters = [] }: FunctionDescription) => ({
  name: id,
  label: name,
  more: [description, ...parameters.map((one) => one.name)].join(" "),
});

const firstSentence = (description = ""): string => description.split(/(?<=\.)\s/)[0] ?? "";
