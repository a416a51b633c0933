import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { SEVERITIES, type Severity } from "../../calc/checks/problem";
import type { Finding } from "../../data/findings";
import { texts } from "../texts";

const INTENTS = { error: "error", warning: "warning", note: "info" } as const;

/**
 * What the checks found, the gravest first.
 * @param props - The findings.
 * @returns One bar a severity; a line when there is nothing.
 */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <p>{texts.data.nothingFound}</p>;
  return SEVERITIES.map((severity) => {
    const those = findings.filter((finding) => finding.severity === severity);
    return those.length === 0 ? null : (
      <SeverityBar key={severity} severity={severity} findings={those} />
    );
  });
}

function SeverityBar(props: {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}) {
  const { severity, findings } = props;
  return (
    <div {...(severity === "error" ? { role: "alert" } : {})}>
      <MessageBar intent={INTENTS[severity]} layout="multiline" className="findings">
        <MessageBarBody>
          <MessageBarTitle>{texts.data.severities[severity](findings.length)}</MessageBarTitle>
          <ul>
            {findings.map(({ at, problem }) => (
              <li key={`${at} ${problem}`}>{at === "" ? problem : `${at}: ${problem}`}</li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
