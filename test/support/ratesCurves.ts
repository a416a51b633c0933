import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Discount } from "../../src/calc/rates/hullWhite";
import { day } from "./bondRows";

const file = JSON.parse(readFileSync(resolve(__dirname, "../golden/hw_curves.json"), "utf8"));
const nodes: { t: number; zero: number }[] = file.curves.zero.nodes;

/** The day of the reference curves. */
export const REFERENCE = day(file.reference);

/** Years from the reference day, ACT/365F. */
export const timeOf = (iso: string | undefined): number => (day(iso) - REFERENCE) / 365;

/** Zero rates linear between nodes, as the reference tables have them. */
function linearZero(time: number): number {
  const end = nodes.findIndex(({ t }) => t >= time);
  const [from, to] = [nodes[Math.max(0, end - 1)], nodes[end]];
  if (to === undefined || from === undefined) throw new Error(`no zero rate at ${time} years`);
  if (from === to) return to.zero;
  return from.zero + ((to.zero - from.zero) * (time - from.t)) / (to.t - from.t);
}

/** The curves of golden/hw_curves.json by name. */
export function referenceCurve(name: string | undefined): Discount {
  if (name === "flat4") return (years) => Math.exp(-0.04 * years);
  if (name === "zero") return (years) => Math.exp(-linearZero(years) * years);
  throw new Error(`hw_curves.json has no curve ${name}`);
}
