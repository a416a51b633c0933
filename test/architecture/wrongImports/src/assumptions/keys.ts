import { zero } from "../calc/index";
export const x = zero;
