/* Which engine calculates this page, how right it is, and what it does otherwise than Excel. */
import { CORPUS, ENGINE, KNOWN_LIMITS } from "../host/knownLimits";
import { ReadingDialog } from "../taskpane/ReadingDialog";
import { words } from "./words";

/**
 * What is known about the embedded spreadsheet, in a dialog.
 * @param props - What closes the dialog.
 * @returns The dialog.
 */
export function AboutSpreadsheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <ReadingDialog title={words.about} closeWord={words.close} className="about" onClose={onClose}>
      <p>{words.aboutEngine(ENGINE)}</p>
      <p>{words.aboutCorpus(CORPUS)}</p>
      <table>
        <caption>{words.aboutLimits}</caption>
        <thead>
          <tr>
            <th scope="col">{words.limit}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {KNOWN_LIMITS.map(({ limit, reason }) => (
            <tr key={limit}>
              <th scope="row">{withCode(limit)}</th>
              <td>{withCode(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ReadingDialog>
  );
}

/** What stands between backticks is code. */
const withCode = (text: string) =>
  text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
