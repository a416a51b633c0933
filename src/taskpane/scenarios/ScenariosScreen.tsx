/* The screen *Scenarios*: what the sheet of that name gives, and its moves to type. */
import { Button } from "@fluentui/react-components";
import { useCallback } from "react";
import { addScenarios } from "../../templates/scenariosSheet";
import type { CellValue } from "../../workbook/workbookPort";
import { writeNumber, type NumberStyle } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useLoaded } from "../useLoaded";
import { Welcome } from "../Welcome";
import { heatOf } from "./heat";
import { loadScenarios, type LoadedScenarios } from "./loadScenarios";
import { ScenarioForm } from "./ScenarioForm";

/**
 * The screen.
 * @returns Its view.
 */
export function ScenariosScreen() {
  const { workbook, attempt, busy } = usePane();
  const load = useCallback(() => loadScenarios(workbook), [workbook]);
  const loaded = useLoaded(load);
  const words = texts.scenarios;
  if (loaded === null) return <p>{texts.status.reading}</p>;
  if ("grid" in loaded) return <Ready loaded={loaded} />;
  if (!loaded.assumptions) return <Welcome missing={{ assumptions: true, data: false }} />;
  return (
    <div className="welcome">
      <h1>{words.heading}</h1>
      <p>{words.about}</p>
      <Button
        appearance="primary"
        disabled={busy}
        onClick={() =>
          void attempt(texts.status.writing, async () => words.added(await addScenarios(workbook)))
        }
      >
        {words.add}
      </Button>
      <p>{words.none}</p>
    </div>
  );
}

function Ready({ loaded }: { readonly loaded: LoadedScenarios }) {
  const words = texts.scenarios;
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="quiet">
        {words.about} {words.where(loaded.place.sheet)}
      </p>
      <HeatMap loaded={loaded} />
      <Facts loaded={loaded} />
      <MustHappen loaded={loaded} />
      <Supply loaded={loaded} />
      <ScenarioForm loaded={loaded} />
    </>
  );
}

/** A number of a cell; what is none, an error for example, is shown as it stands. */
const shown = (
  cell: CellValue | undefined,
  digits: number,
  numbers: NumberStyle,
  scale = 1,
): string =>
  typeof cell === "number" ? writeNumber(scale * cell, digits, numbers) : String(cell ?? "");

const percent = (cell: CellValue | undefined, digits: number, numbers: NumberStyle): string =>
  shown(cell, digits, numbers, 100) + (typeof cell === "number" ? "%" : "");

const inBp = (cell: CellValue | undefined, numbers: NumberStyle): string =>
  shown(cell, 1, numbers) + (typeof cell === "number" ? " bp" : "");

function HeatMap({ loaded: { grid, scenarios } }: { readonly loaded: LoadedScenarios }) {
  const { numbers } = usePane();
  const words = texts.scenarios;
  const whole = (cell: CellValue | undefined) => shown(cell, 0, numbers);
  const differences = grid.map((row) => row[3]);
  return (
    <section className="part">
      <table className="preview-rows heat-map">
        <caption>{words.grid}</caption>
        <thead>
          <tr>
            <th scope="col">{words.scenario}</th>
            <th scope="col">{words.mbs}</th>
            <th scope="col">{words.corporate}</th>
            <th scope="col">{words.treasury}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          {grid.map(([mbs, corporate, treasury, difference], i) => {
            const scenario = scenarios[i];
            const { side, strength } = heatOf(difference, differences);
            return (
              <tr key={i}>
                <th scope="row">
                  {scenario === undefined
                    ? words.mean
                    : words.move(
                        whole(scenario[0]),
                        whole(scenario[1]),
                        whole(scenario[2]),
                        percent(scenario[3], 0, numbers),
                      )}
                </th>
                <td>{percent(mbs, 2, numbers)}</td>
                <td>{percent(corporate, 2, numbers)}</td>
                <td>{percent(treasury, 2, numbers)}</td>
                <td data-ahead={side} style={{ "--heat": strength } as React.CSSProperties}>
                  {shown(difference, 1, numbers)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Facts({ loaded: { facts } }: { readonly loaded: LoadedScenarios }) {
  const { numbers } = usePane();
  const words = texts.scenarios;
  const [mean, sd, below, shifts, gap, again, difference] = facts;
  const valued = (fact: typeof again) =>
    fact === undefined || fact[1] === "" ? words.notValuedAgain : inBp(fact[1], numbers);
  const found = (shifts ?? []).slice(1).filter((cell) => cell !== "");
  return (
    <section className="part">
      <h2>{words.facts}</h2>
      <dl>
        <Row name={words.factMean} value={inBp(mean?.[1], numbers)} />
        <Row name={words.factSd} value={inBp(sd?.[1], numbers)} />
        <Row name={words.factBelow} value={percent(below?.[1], 0, numbers)} />
        <Row name={words.shifts} value={found.map((cell) => inBp(cell, numbers)).join(", ")} />
        <Row name={words.gapMove} value={inBp(gap?.[1], numbers)} />
        <Row name={words.again} value={valued(again)} />
        <Row name={words.greatestDifference} value={valued(difference)} />
      </dl>
    </section>
  );
}

function MustHappen({ loaded: { mustHappen } }: { readonly loaded: LoadedScenarios }) {
  const { numbers } = usePane();
  const words = texts.scenarios;
  const [[heading = ""] = [], , ...rows] = mustHappen;
  const [distance, probability] = rows.slice(4);
  return (
    <section className="part">
      <h2>{String(heading)}</h2>
      <p className="quiet">{words.nearest}</p>
      <dl>
        {rows.slice(0, 4).map(([factor = "", move, deviations], i) => (
          <Row
            key={i}
            name={words.factors.get(String(factor)) ?? String(factor)}
            value={words.moveOf(
              shown(move, 1, numbers),
              factor === "speed" ? "%" : "bp",
              shown(deviations, 2, numbers),
            )}
          />
        ))}
        <Row
          name={words.distance}
          value={`${shown(distance?.[1], 2, numbers)} ${words.deviations}`}
        />
        <Row name={words.probability} value={percent(probability?.[1], 0, numbers)} />
      </dl>
    </section>
  );
}

function Supply({ loaded: { supply } }: { readonly loaded: LoadedScenarios }) {
  const { numbers } = usePane();
  const words = texts.scenarios;
  const [impact, residual, low, high] = supply.map((row) => inBp(row[1], numbers));
  return (
    <section className="part">
      <h2>{words.supply}</h2>
      <p className="quiet">{words.supplyAbout}</p>
      <dl>
        <Row name={words.impact} value={impact ?? ""} />
        <Row name={words.views} value={words.fromTo(low ?? "", high ?? "")} />
        <Row name={words.left} value={residual ?? ""} />
      </dl>
    </section>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
    </div>
  );
}
