/* Both histories put on one set of dates, in turns with the page. */
import { useEffect, useState } from "react";
import { CalcError } from "../../calc/errors";
import type { DatedHistory } from "../../calc/series/byMonth";
import { inTurns } from "../../data/slicedWork";
import { looksAtPair, pairUp, type Pair, type PairPlan } from "../../data/pair";
import { texts } from "../texts";

/** What aligning came to, or how far it is. */
export type Aligned =
  { readonly pair: Pair } | { readonly problem: string } | { readonly share: number };

const BEGUN: Aligned = { share: 0 };

/**
 * Aligns two histories; when one of them or the plan changes, it begins again.
 *
 * @param mbs - A history, or null while it is not known.
 * @param corporate - The other one.
 * @param plan - How.
 * @returns What came of it.
 */
export function usePair(
  mbs: DatedHistory | null,
  corporate: DatedHistory | null,
  plan: PairPlan,
): Aligned {
  const [aligned, setAligned] = useState(BEGUN);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const tell = (news: Aligned) => {
      if (!signal.aborted) setAligned(news);
    };
    const onProgress = (share: number) => {
      tell({ share });
    };
    alignedOf(mbs, corporate, plan, { signal, onProgress }).then(tell, (error: unknown) => {
      if (!signal.aborted) throw error;
    });
    return () => {
      stop.abort();
    };
  }, [mbs, corporate, plan]);
  return aligned;
}

async function alignedOf(
  mbs: DatedHistory | null,
  corporate: DatedHistory | null,
  plan: PairPlan,
  options: Parameters<typeof inTurns>[2],
): Promise<Aligned> {
  if (mbs === null || corporate === null) return { problem: texts.data.noRows };
  try {
    const work = pairUp(mbs, corporate, plan);
    return { pair: await inTurns(work, looksAtPair(mbs, corporate), options) };
  } catch (error) {
    if (error instanceof CalcError) return { problem: error.message };
    throw error;
  }
}
