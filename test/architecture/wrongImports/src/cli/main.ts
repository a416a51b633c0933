import { Univer } from "@univerjs/core";
export const u = Univer;
