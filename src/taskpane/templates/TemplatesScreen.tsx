/* The screen *Templates*: sheets that are ready to use. */
import { Button } from "@fluentui/react-components";
import { addTable } from "../../templates/assumptionsTable";
import { addClaimCheck } from "../../templates/claimCheckSheet";
import { addCouponStack } from "../../templates/couponStackSheet";
import { addDashboard } from "../../templates/dashboard";
import { addPublishedSpeeds } from "../../templates/publishedSpeedsSheet";
import { addSampleBook } from "../../templates/sampleBook";
import { addScenarios } from "../../templates/scenariosSheet";
import { addTradeTicket } from "../../templates/tradeTicketSheet";
import { addSuggestedBacktest } from "../backtest/loadBacktest";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { AboutPart } from "./AboutPart";
import { FreezePart } from "./FreezePart";
import { SelfTestPart } from "./SelfTestPart";
import { SheetPicture } from "./SheetPicture";

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
      picture: "assumptions",
      about: words.assumptionsAbout,
      add: async () => (await addTable(workbook)).place.sheet,
    },
    {
      name: words.dashboard,
      picture: "dashboard",
      about: words.dashboardAbout,
      add: () => addDashboard(workbook),
    },
    {
      name: words.scenarios,
      picture: "scenarios",
      about: words.scenariosAbout,
      add: () => addScenarios(workbook),
    },
    {
      name: words.backtest,
      picture: "backtest",
      about: words.backtestAbout,
      add: () => addSuggestedBacktest(workbook),
    },
    {
      name: words.tradeTicket,
      picture: "trade-ticket",
      about: words.tradeTicketAbout,
      add: () => addTradeTicket(workbook),
    },
    {
      name: words.couponStack,
      picture: "coupon-stack",
      about: words.couponStackAbout,
      add: () => addCouponStack(workbook),
    },
    {
      name: words.publishedSpeeds,
      picture: "published-speeds",
      about: words.publishedSpeedsAbout,
      add: () => addPublishedSpeeds(workbook),
    },
    {
      name: words.claimCheck,
      picture: "claim-check",
      about: words.claimCheckAbout,
      add: () => addClaimCheck(workbook),
    },
    {
      name: words.sample,
      picture: "data",
      about: words.sampleAbout,
      add: async () => ((await facts.beforeSample?.()) === false ? null : addSampleBook(workbook)),
    },
  ] as const;
  return (
    <>
      <h1>{words.heading}</h1>
      {adds.map(({ name, picture, about, add }) => (
        <section className="part" key={name}>
          <h2>{name}</h2>
          <p className="quiet">{about}</p>
          <SheetPicture of={picture} />
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
