import type { Call, EarlyRedemption } from "../../src/calc/rates/callSchedule";

/** Calls on given days only, without notice and puts, unless said otherwise. */
export const bermudan = (
  calls: readonly Call[],
  more: Partial<EarlyRedemption> = {},
): EarlyRedemption => ({ calls, exercise: "bermudan", noticeDays: 0, puts: [], ...more });
