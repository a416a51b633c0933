import { readAssumption } from "../assumptions/assumptions";
import { doubtAbout } from "../assumptions/doubt";
import type { AssumptionKey, AssumptionValue } from "../assumptions/keys";
import { show, showRange } from "../assumptions/show";
import { CalcError } from "../calc/errors";
import { element } from "./element";

/** What a field holds: nothing new, a value to write (null for the default), or a slip. */
export type FieldState =
  | { readonly kind: "unchanged" }
  | { readonly kind: "edited"; readonly value: AssumptionValue | null }
  | { readonly kind: "wrong"; readonly message: string };

/** One assumption as a labelled field. */
export interface AssumptionField {
  readonly root: HTMLElement;
  readonly entry: AssumptionKey;
  state(): FieldState;
  /** Shows what the workbook holds; null where it holds nothing, so the default counts. */
  hold(value: AssumptionValue | null): void;
}

/**
 * Makes the field of one assumption.
 *
 * What is typed is checked at once; a slip is named below the field, and so is a value that can be
 * saved but is probably in another unit.
 *
 * @param entry - The assumption.
 * @param changed - Called after every change.
 * @returns The field.
 */
export function assumptionField(entry: AssumptionKey, changed: () => void): AssumptionField {
  const id = `assumption-${entry.key}`;
  const input = element("input", {
    id,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-about ${id}-slip`,
    placeholder: entry.default === null ? "not set" : "",
  });
  const slip = element("p", { id: `${id}-slip`, class: "slip", role: "alert" });
  const standard = show(entry, entry.default);
  const about = element(
    "p",
    { id: `${id}-about`, class: "about" },
    `${showRange(entry)}. Default: ${standard === "" ? "none" : standard}. Source: ${entry.source}.`,
  );
  const root = element(
    "div",
    { class: "field" },
    element("label", { for: id }, entry.label, element("code", {}, entry.key)),
    input,
    slip,
    about,
  );
  let held = "";
  let heldValue: AssumptionValue | null = null;

  const state = (): FieldState => {
    const typed = input.value.trim();
    if (typed === held) return { kind: "unchanged" };
    if (typed === "") return { kind: "edited", value: null };
    try {
      return { kind: "edited", value: readAssumption(entry, typed) };
    } catch (error) {
      if (error instanceof CalcError) return { kind: "wrong", message: error.message };
      throw error;
    }
  };

  const render = () => {
    const now = state();
    slip.textContent =
      now.kind === "wrong"
        ? now.message
        : doubtAbout(entry, now.kind === "edited" ? now.value : heldValue);
    input.setAttribute("aria-invalid", String(now.kind === "wrong"));
    root.classList.toggle("edited", now.kind === "edited");
    root.classList.toggle("own", input.value.trim() !== standard);
  };

  input.addEventListener("input", () => {
    render();
    changed();
  });
  return {
    root,
    entry,
    state,
    hold(value) {
      heldValue = value;
      held = show(entry, value ?? entry.default);
      input.value = held;
      render();
    },
  };
}
