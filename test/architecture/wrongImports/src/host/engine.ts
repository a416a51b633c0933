import { f } from "../functions/other";
export const engine = f;
