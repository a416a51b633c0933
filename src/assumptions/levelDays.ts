/* Levels of the market that were entered on an earlier day than the gap's. */
import { isoFromSerial } from "../calc/date/serial";
import type { MarketLevels } from "../calc/signal/gapReceipt";
import { daySerial, type DaySerial } from "../calc/units";
import { LEVEL_KEYS, LEVEL_OF, type LevelKey } from "./levelKeys";
import type { Assumptions } from "./marketLevels";
import { shortName } from "./shortName";

/** A level of an earlier day. */
export interface EarlierLevel {
  readonly key: LevelKey;
  readonly day: DaySerial;
}

/**
 * Levels whose day is before that of the gap, or before that of another level: a figure made of both is of
 * two days.
 *
 * @param assumptions - Days by key.
 * @param levels - The levels that are known.
 * @param gapDay - The day of the gap; null where none is known.
 * @returns The earlier ones; a level without a day is none.
 *
 * @example
 * const own = readAssumptions([{ row: 1, key: "mbsOas", value: 30, asOf: "2026-01-15" }]);
 * earlierLevels(own, { mbsSpread: null, mbsOas: 30, corporateOas: null }, 46063); // => [{ key: "mbsOas", day: 46037 }]
 */
export function earlierLevels(
  { days }: Pick<Assumptions, "days">,
  levels: MarketLevels,
  gapDay: DaySerial | null,
): EarlierLevel[] {
  const dated = LEVEL_KEYS.flatMap((key) => {
    const day = days.get(key);
    return day === undefined || levels[LEVEL_OF[key]] === null ? [] : [{ key, day }];
  });
  const latest = daySerial(Math.max(gapDay ?? 0, ...dated.map(({ day }) => day)));
  return dated.filter(({ day }) => day < latest);
}

/**
 * An earlier level in words.
 *
 * @param level - The level.
 * @returns Its name and day.
 *
 * @example
 * earlierName({ key: "mbsOas", day: 46037 }); // => "MBS OAS of 2026-01-15"
 */
export const earlierName = ({ key, day }: EarlierLevel): string =>
  `${shortName(key)} of ${isoFromSerial(day)}`;
