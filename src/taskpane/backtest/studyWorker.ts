/* Studies a rule beside the page, so that the page draws and can stop it meanwhile. */
import {
  ruleStudy,
  type RuleStudy,
  type RuleVariant,
  type SpreadPair,
  type StudySettings,
} from "../../calc/backtest/ruleStudy";
import { CalcError } from "../../calc/errors";

/** What the page asks for. */
export interface StudyRequest {
  readonly pair: SpreadPair;
  readonly variant: RuleVariant;
  readonly settings: StudySettings;
}

/** What it is told: how far the work is, what came of it, or why nothing did. */
export type StudyNews =
  { readonly share: number } | { readonly study: RuleStudy } | { readonly refused: string };

function* newsOf({ pair, variant, settings }: StudyRequest): Generator<StudyNews> {
  const looks = settings.bootstrap.draws * pair.mbs.length;
  let done = 0;
  try {
    const work = ruleStudy(pair, variant, settings);
    for (;;) {
      const step = work.next();
      if (step.done === true) {
        yield { study: step.value };
        return;
      }
      done += step.value;
      yield { share: Math.min(1, done / looks) };
    }
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    yield { refused: error.message };
  }
}

self.onmessage = ({ data }: MessageEvent<StudyRequest>) => {
  for (const news of newsOf(data)) self.postMessage(news);
};
