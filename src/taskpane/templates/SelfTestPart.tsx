import { Button } from "@fluentui/react-components";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { runCall } from "../worksheetCall";
import { readSelfTest } from "./selfTest";

/**
 * Runs the worked numbers, here.
 * @returns Its view.
 */
export function SelfTestPart() {
  const { workbook, facts, say, busy } = usePane();
  const words = texts.help.selfTest;
  const run = async () => {
    const card = await runCall({ id: "SELFTEST", args: [] }, workbook, facts.functions);
    try {
      const { passed, failed, failures } = readSelfTest(card);
      say(words.result(passed, failed, failures), failed === 0 ? "done" : "problem");
    } catch (error) {
      say(texts.status.notDone((error as Error).message), "problem");
    }
  };
  return (
    <section className="part">
      <h2>{words.heading}</h2>
      <p className="quiet">{words.about}</p>
      <Button disabled={busy} onClick={() => void run()}>
        {words.button}
      </Button>
    </section>
  );
}
