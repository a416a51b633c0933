/* The versions that the browser keeps beside the one that is shown. */
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ReadingDialog } from "../taskpane/ReadingDialog";
import type { Version } from "./store/versions";
import { whyNot } from "./store/whyNot";
import { words } from "./words";

/**
 * The earlier versions in a dialog.
 * @param props - How they are read, restored and forgotten, and what closes the dialog.
 * @returns The dialog.
 */
export function EarlierVersions(props: {
  readonly read: () => Promise<readonly Version[]>;
  readonly restore: (version: Version) => void;
  readonly forgetAll: () => void;
  readonly onClose: () => void;
}) {
  const { read, restore, forgetAll, onClose } = props;
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    read().then(setVersions, (error: unknown) => {
      setProblem(words.earlierUnread(whyNot(error)));
    });
  }, [read]);
  return (
    <ReadingDialog
      title={words.earlier}
      closeWord={words.close}
      className="earlier"
      onClose={onClose}
    >
      <p>{words.earlierAbout}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      {versions?.length === 0 && <p>{words.earlierNone}</p>}
      {versions !== null && versions.length > 0 && (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.earlierWhen}</th>
                <th scope="col">{words.earlierName}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => {
                const when = words.savedAt(version.saved);
                return (
                  <tr key={`${version.saved} ${version.begun}`}>
                    <th scope="row">{when}</th>
                    <td>{version.name}</td>
                    <td>
                      <Button
                        size="small"
                        aria-label={words.restoreOf(version.name, when)}
                        onClick={() => {
                          restore(version);
                        }}
                      >
                        {words.restore}
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <Button
            appearance="subtle"
            onClick={
              sure
                ? forgetAll
                : () => {
                    setSure(true);
                  }
            }
          >
            {sure ? words.forgetSure : words.forgetEarlier}
          </Button>
        </>
      )}
    </ReadingDialog>
  );
}
