import { gap } from "../spread/gap";
export const mean = gap;
