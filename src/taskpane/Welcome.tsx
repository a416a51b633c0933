import { Button } from "@fluentui/react-components";
import { TABLE_NAME } from "../assumptions/table";
import { addTable } from "../templates/assumptionsTable";
import { addSampleBook } from "../templates/sampleBook";
import { usePane } from "./paneContext";
import { SheetPicture } from "./templates/SheetPicture";
import { texts } from "./texts";
import type { Missing } from "./missing";

/**
 * What a workbook offers that has nothing to judge yet.
 * @param props - What is missing.
 * @returns Two ways to begin.
 */
export function Welcome({ missing }: { readonly missing: Missing }) {
  const { workbook, facts, attempt, busy, show } = usePane();
  const { welcome, status, assumptions } = texts;
  const addAssumptions = () =>
    attempt(status.writing, async () => {
      const { place } = await addTable(workbook);
      return assumptions.added(TABLE_NAME, place.sheet);
    });
  const addSample = () =>
    attempt(status.writing, async () => {
      if ((await facts.beforeSample?.()) === false) return welcome.sampleLeft;
      await addSampleBook(workbook);
      return welcome.sampleAdded;
    });
  if (!missing.data) {
    return (
      <div className="welcome">
        <h1>{welcome.assumptionsHeading}</h1>
        <p>{welcome.assumptionsAbout}</p>
        <Button appearance="primary" disabled={busy} onClick={() => void addAssumptions()}>
          {welcome.assumptions}
        </Button>
      </div>
    );
  }
  return (
    <div className="welcome">
      <h1>{welcome.heading}</h1>
      <p>{welcome.about}</p>
      <SheetPicture of="dashboard" />
      <Button appearance="primary" disabled={busy} onClick={() => void addSample()}>
        {welcome.sample}
      </Button>
      <p>{welcome.sampleAbout}</p>
      <Button
        disabled={busy}
        onClick={() => {
          show("data");
        }}
      >
        {welcome.own}
      </Button>
      <p>{welcome.ownAbout}</p>
    </div>
  );
}
