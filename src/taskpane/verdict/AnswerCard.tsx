/* The answer: the call, why, as of when, on whose numbers, and what would change it. */
import { Button } from "@fluentui/react-components";
import { markedTitle } from "../../templates/illustrative";
import { writeDate } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { isProblem } from "../worksheetCall";
import { basesText, changeCells, headline, whyText } from "./answerText";
import { BasisBars } from "./BasisBars";
import { figureText } from "./figureText";
import type { LoadedVerdict } from "./loadVerdict";

/**
 * The card.
 * @param props - The verdict, and what copies it.
 * @returns Its view.
 */
export function AnswerCard(props: { readonly loaded: LoadedVerdict; readonly onCopy: () => void }) {
  const { verdict, answer, about, age } = props.loaded;
  const { numbers, busy } = usePane();
  const words = texts.answer;
  const [score] = verdict.signal;
  if (isProblem(verdict.text.value)) return <NoCall loaded={props.loaded} />;
  return (
    <header className="verdict-call">
      <h1>{markedTitle(headline(figureText(verdict.text, numbers), answer), about)}</h1>
      <p>
        {score !== undefined && `${words.score(figureText(score, numbers))}. `}
        {texts.verdict.asOf(figureText({ ...verdict.asOf, unit: "date" }, numbers))}{" "}
        {texts.verdict.noAdvice}
      </p>
      {age !== null && (
        <p className="warned" role="note">
          {words[age.kind](writeDate(age.day, numbers))}
        </p>
      )}
      <p className="why">{whyText(answer, numbers)}</p>
      <BasisBars bases={answer.bases} />
      <p>{basesText(answer, numbers)}</p>
      {answer.asked.length > 0 && (
        <section className="asked">
          <h2>{words.askHeading}</h2>
          <ul>
            {answer.asked.map(({ input, calls }) => (
              <li key={input}>{words.asked(input, calls)}</li>
            ))}
          </ul>
          <ToAssumptions />
        </section>
      )}
      <h2>{texts.verdict.changeHeading}</h2>
      {answer.changes.length === 0 ? (
        <p>{words.noChange}</p>
      ) : (
        <table className="differences">
          <thead>
            <tr>
              {words.changeHead.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.changes.map((change) => (
              <tr key={change.input}>
                {changeCells(change, numbers).map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {about !== "" && <p className="quiet">{about}</p>}
      <Button size="small" disabled={busy} onClick={props.onCopy}>
        {texts.verdict.copy}
      </Button>
    </header>
  );
}

/** Why there is no call, and where to set that right. */
function NoCall({ loaded }: { readonly loaded: LoadedVerdict }) {
  const { verdict, problems } = loaded;
  const { value } = verdict.text;
  const words = texts.answer;
  const sentences =
    problems.length > 0
      ? problems.map(({ sheet, row, message }) => words.problem(sheet, row, message))
      : [isProblem(value) ? `${value.message}.` : ""];
  return (
    <header className="verdict-call">
      <h1>{words.noCall}</h1>
      {sentences.map((sentence) => (
        <p key={sentence} className="warned">
          {sentence}
        </p>
      ))}
      <ToAssumptions />
    </header>
  );
}

function ToAssumptions() {
  const { show } = usePane();
  return (
    <Button
      size="small"
      onClick={() => {
        show("assumptions");
      }}
    >
      {texts.answer.toAssumptions}
    </Button>
  );
}
