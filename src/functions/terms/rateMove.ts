import { choiceOf } from "../../assumptions/choice";
import { RATE_MOVES, type RateMove } from "../../calc/curve/rateMove";
import type { Reader } from "../excel/oneCell";

const byName = choiceOf(RATE_MOVES);

/** Reader of what moves for effective measures: "par" or "zero". */
export const rateMoveReader: Reader<RateMove> = (written, where) => byName(String(written), where);
