import { Button } from "@fluentui/react-components";
import { freezeSelection } from "../../workbook/freeze";
import { usePane } from "../paneContext";
import { texts } from "../texts";

/**
 * Freezes the selection to values.
 * @returns Its view.
 */
export function FreezePart() {
  const { workbook, attempt, busy } = usePane();
  const words = texts.help.freeze;
  const freeze = async () => {
    const { place, formulas } = await freezeSelection(workbook);
    return words.done(formulas, place.sheet, place.a1);
  };
  return (
    <section className="part">
      <h2>{words.heading}</h2>
      <p className="quiet">{words.about}</p>
      <Button disabled={busy} onClick={() => void attempt(texts.status.writing, freeze)}>
        {words.button}
      </Button>
    </section>
  );
}
