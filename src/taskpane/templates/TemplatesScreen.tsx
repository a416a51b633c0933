/* The screen *Templates*: sheets that are ready to use. */
import { Button } from "@fluentui/react-components";
import { addTable } from "../../templates/assumptionsTable";
import { addClaimCheck } from "../../templates/claimCheckSheet";
import { addDashboard } from "../../templates/dashboard";
import { addSampleBook } from "../../templates/sampleBook";
import { addScenarios } from "../../templates/scenariosSheet";
import { addTradeTicket } from "../../templates/tradeTicketSheet";
import { addSuggestedBacktest } from "../backtest/loadBacktest";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { AboutPart } from "./AboutPart";
import { FreezePart } from "./FreezePart";
import { SelfTestPart } from "./SelfTestPart";

/**
 * The screen.
 * @returns Its view.
 */
export function TemplatesScreen() {
  const { workbook, facts, attempt, busy, show } = usePane();
  const words = texts.templates;
  const adds = [
    {
      name: words.assumptions,
      about: words.assumptionsAbout,
      add: async () => (await addTable(workbook)).place.sheet,
    },
    { name: words.dashboard, about: words.dashboardAbout, add: () => addDashboard(workbook) },
    {
      name: words.scenarios,
      about: words.scenariosAbout,
      add: () => addScenarios(workbook),
    },
    {
      name: words.backtest,
      about: words.backtestAbout,
      add: () => addSuggestedBacktest(workbook),
    },
    {
      name: words.tradeTicket,
      about: words.tradeTicketAbout,
      add: () => addTradeTicket(workbook),
    },
    { name: words.claimCheck, about: words.claimCheckAbout, add: () => addClaimCheck(workbook) },
    {
      name: words.sample,
      about: words.sampleAbout,
      add: async () => ((await facts.beforeSample?.()) === false ? null : addSampleBook(workbook)),
    },
  ];
  return (
    <>
      <h1>{words.heading}</h1>
      {adds.map(({ name, about, add }) => (
        <section className="part" key={name}>
          <h2>{name}</h2>
          <p className="quiet">{about}</p>
          <Button
            disabled={busy}
            onClick={() =>
              void attempt(texts.status.writing, async () => {
                const sheet = await add();
                return sheet === null ? texts.welcome.sampleLeft : words.added(name, sheet);
              })
            }
          >
            {words.add(name)}
          </Button>
        </section>
      ))}
      <section className="part">
        <h2>{words.data}</h2>
        <p className="quiet">{words.dataAbout}</p>
        <Button
          onClick={() => {
            show("data");
          }}
        >
          {words.dataOpen}
        </Button>
      </section>
      <FreezePart />
      <SelfTestPart />
      <AboutPart />
    </>
  );
}
