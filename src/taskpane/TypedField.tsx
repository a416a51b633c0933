import { Field, Input } from "@fluentui/react-components";
import { CalcError } from "../calc/errors";
import { canonical, type NumberStyle } from "./numbers";

/** What was typed into a field: nothing yet, a number, or a slip. */
export type Entry =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "slip"; readonly problem: string };

/**
 * Reads what was typed.
 *
 * @param typed - The text.
 * @param read - Gives the number; a text that it gives, or a CalcError, is a slip.
 * @returns What it comes to.
 */
export function entryOf(typed: string, read: (text: string) => number | string): Entry {
  if (typed.trim() === "") return { kind: "blank" };
  try {
    const value = read(typed);
    return typeof value === "number" ? { kind: "value", value } : { kind: "slip", problem: value };
  } catch (error) {
    if (error instanceof CalcError) return { kind: "slip", problem: error.message };
    throw error;
  }
}

/**
 * Reads a number that was typed with the decimal sign of a language.
 *
 * @param typed - The text.
 * @param numbers - The language.
 * @param read - Gives the number of a text with a dot for its decimal sign.
 * @returns What it comes to.
 */
export const numberEntry = (
  typed: string,
  numbers: NumberStyle,
  read: (text: string) => number | string,
): Entry =>
  entryOf(typed, (text) => {
    const plain = canonical(text, numbers);
    return "problem" in plain ? plain.problem : read(plain.text);
  });

/**
 * A field with its label, what it takes, and what is wrong with what was typed.
 * @param props - Label and hint, the text as it stands, what it comes to.
 * @returns The field.
 */
export function TypedField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly entry: Entry;
  readonly onType: (text: string) => void;
}) {
  const { label, hint, value, entry, onType } = props;
  return (
    <Field
      label={label}
      hint={hint}
      {...(entry.kind === "slip"
        ? { validationState: "error" as const, validationMessage: entry.problem }
        : {})}
    >
      <Input
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, data) => {
          onType(data.value);
        }}
      />
    </Field>
  );
}
