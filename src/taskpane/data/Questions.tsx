import { Checkbox, Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import type { AskedQuestion } from "../../data/question";
import { texts } from "../texts";

/** More choices than this do not fit as radio buttons. */
const MOST_RADIOS = 4;

/**
 * What could not be told from the data alone.
 * @param props - Questions, and what takes the answers.
 * @returns A field for each.
 */
export function Questions(props: {
  readonly questions: readonly AskedQuestion[];
  readonly onAnswer: (topic: AskedQuestion["topic"], value: string | null) => void;
}) {
  const { questions, onAnswer } = props;
  return questions.map((question) => (
    <Field
      key={question.topic}
      className="question"
      label={texts.data.topics[question.topic]}
      hint={`${question.about}.`}
      {...(question.answer === null
        ? { validationState: "warning" as const, validationMessage: texts.data.toAnswer }
        : {})}
    >
      <Answer question={question} onAnswer={onAnswer} />
    </Field>
  ));
}

function Answer(props: {
  readonly question: AskedQuestion;
  readonly onAnswer: (topic: AskedQuestion["topic"], value: string | null) => void;
}) {
  const { question, onAnswer } = props;
  const { topic, choices, answer } = question;
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) {
    return (
      <Checkbox
        label={only.label}
        checked={answer !== null}
        onChange={(_, { checked }) => {
          onAnswer(topic, checked === true ? only.value : null);
        }}
      />
    );
  }
  if (choices.length > MOST_RADIOS) {
    return (
      <Select
        value={answer ?? ""}
        onChange={(_, { value }) => {
          onAnswer(topic, value === "" ? null : value);
        }}
      >
        {answer === null && <option value="">{texts.data.choose}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <RadioGroup
      value={answer ?? ""}
      onChange={(_, { value }) => {
        onAnswer(topic, value);
      }}
    >
      {choices.map(({ value, label }) => (
        <Radio key={value} value={value} label={label} />
      ))}
    </RadioGroup>
  );
}
