import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { texts } from "../texts";

/**
 * A field that reads what is pasted into it at once, and what is typed when it is asked to.
 * @param props - What it is for, a hint, and what takes the text.
 * @returns The field.
 */
export function PasteField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly onText: (text: string) => void;
}) {
  const { label, hint, onText } = props;
  const [typed, setTyped] = useState("");
  return (
    <>
      <Field label={label} {...(hint === undefined ? {} : { hint })}>
        <Textarea
          className="paste-place"
          value={typed}
          rows={2}
          spellCheck={false}
          onPaste={(event) => {
            // Read at once: a long text in the field would only slow the page.
            if (typed !== "") return;
            event.preventDefault();
            onText(event.clipboardData.getData("text/plain"));
          }}
          onChange={(_, { value }) => {
            setTyped(value);
          }}
        />
      </Field>
      {typed.trim() !== "" && (
        <Button
          size="small"
          onClick={() => {
            onText(typed);
          }}
        >
          {texts.data.readTyped}
        </Button>
      )}
    </>
  );
}
