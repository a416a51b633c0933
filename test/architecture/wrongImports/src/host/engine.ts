import { zero } from "../calc/units";
export const engine = zero;
