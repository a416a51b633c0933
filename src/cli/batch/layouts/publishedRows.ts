import type { Readable } from "node:stream";
import { numberOrNull } from "../../../assumptions/numbers";
import { CalcError } from "../../../calc/errors";
import { UMBS_DELAY } from "../../../calc/mortgage/poolTiming";
import { assumptionsTable } from "../../../functions/terms/assumptionsTable";
import type { Job } from "../job";
import type { Settings } from "../../../rows/kind";
import { openSource } from "../openSource";
import type { Source } from "../read/source";
import { cellsOfFile } from "../settingsFiles";
import { Stopped } from "../stopped";
import type { Layout } from "./layout";
import { priceGrid } from "./priceGrid";
import { correctionsOf, publishedSource } from "./publishedSource";

/**
 * The rows of a published file, with their prices and corrections.
 *
 * @param job - The job.
 * @param layout - In which it is published.
 * @param rows - The file's rows.
 * @param assumptions - Of the job; their payment delay must be that of the pools.
 * @param stdin - Standard input.
 * @returns The rows, and where their terms stand.
 * @throws {Stopped} where one of the files cannot be used.
 */
export async function publishedRows(
  job: Job,
  layout: Layout,
  rows: Source,
  assumptions: Settings["assumptions"],
  stdin: Readable,
) {
  const { input, prices, corrections } = job;
  const pricesFile = prices ?? "";
  try {
    const entered = assumptionsTable(assumptions, "assumptions");
    return publishedSource(rows, input, layout, {
      prices: priceGrid(await cellsOfFile(pricesFile), pricesFile),
      delayDays: numberOrNull(entered, "pool.delay") ?? UMBS_DELAY,
      corrections:
        corrections === null
          ? new Map()
          : await correctionsOf(
              await openSource(corrections, "csv", null, stdin, layout.records),
              corrections,
              layout,
            ),
    });
  } catch (error) {
    throw error instanceof CalcError ? new Stopped(error.message) : error;
  }
}
