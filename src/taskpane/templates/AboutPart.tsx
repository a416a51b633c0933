import { Link } from "@fluentui/react-components";
import { usePane } from "../paneContext";
import { texts } from "../texts";

/**
 * What this is, and where more is said.
 * @returns Its view.
 */
export function AboutPart() {
  const { version, build } = usePane().facts;
  const words = texts.help.about;
  return (
    <section className="part">
      <h2>{words.heading}</h2>
      <p>
        {texts.footer.version(version, build)} {texts.footer.noAdvice}
      </p>
      <p className="quiet">
        {words.private}{" "}
        <Link href="help.html" target="_blank" rel="noopener" inline>
          {words.help}
        </Link>{" "}
        <Link href="THIRD-PARTY-NOTICES-PANE.txt" target="_blank" rel="noopener" inline>
          {words.licences}
        </Link>
      </p>
    </section>
  );
}
