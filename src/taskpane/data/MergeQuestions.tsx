import { Checkbox, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Merge } from "../../data/merge";
import { writeDate } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { sidesText } from "./spreadText";

/** What the user agreed to of a merge. */
export interface Agreement {
  readonly overwrite: boolean;
  readonly leaveBetween: boolean;
}

/** Nothing is agreed to beforehand. */
export const NO_AGREEMENT: Agreement = { overwrite: false, leaveBetween: false };

/**
 * Whether a merge may be written.
 *
 * @param merge - The merge.
 * @param agreement - What the user agreed to.
 * @returns True when nothing is open and there is something to write.
 */
export const isSettled = ({ added, revised, between }: Merge, agreement: Agreement): boolean =>
  added.length + revised.length > 0 &&
  (revised.length === 0 || agreement.overwrite) &&
  (between.length === 0 || agreement.leaveBetween);

const SHOWN = 5;

/**
 * What bringing rows to the table would do, and what has to be agreed to.
 * @param props - The merge and the agreement.
 * @returns Sentences and checkboxes.
 */
export function MergeQuestions(props: {
  readonly merge: Merge;
  readonly agreement: Agreement;
  readonly onAgree: (agreement: Agreement) => void;
}) {
  const { merge, agreement, onAgree } = props;
  const { numbers } = usePane();
  const { added, revised, same, between } = merge;
  const words = texts.data;
  const [firstBetween] = between;
  return (
    <>
      <p>
        {added.length + revised.length + between.length === 0
          ? words.nothingNew
          : words.merge(added.length, same)}
      </p>
      {revised.length > 0 && (
        <div role="alert">
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{words.revisedHeading}</MessageBarTitle>
              <ul>
                {revised.slice(0, SHOWN).map(({ at, was, row }) => (
                  <li key={at}>
                    {words.revised(
                      writeDate(row.date, numbers),
                      sidesText(was, numbers),
                      sidesText(row, numbers),
                    )}
                  </li>
                ))}
                {revised.length > SHOWN && <li>{words.moreRevised(revised.length - SHOWN)}</li>}
              </ul>
            </MessageBarBody>
          </MessageBar>
          <Checkbox
            label={words.overwrite(revised.length)}
            checked={agreement.overwrite}
            onChange={(_, { checked }) => {
              onAgree({ ...agreement, overwrite: checked === true });
            }}
          />
        </div>
      )}
      {firstBetween !== undefined && (
        <div role="alert">
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {words.between(between.length, writeDate(firstBetween.date, numbers))}
            </MessageBarBody>
          </MessageBar>
          <Checkbox
            label={words.leaveBetween(between.length)}
            checked={agreement.leaveBetween}
            onChange={(_, { checked }) => {
              onAgree({ ...agreement, leaveBetween: checked === true });
            }}
          />
        </div>
      )}
    </>
  );
}
