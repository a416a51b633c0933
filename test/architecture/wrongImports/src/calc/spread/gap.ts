import { mean } from "../numeric/mean";
export const gap: unknown = mean;
