/*
 * What a browser has compiled of the page's ten megabytes: each test has an empty profile but for that, as
 * a user's second visit has it.
 */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "./sourceFiles";

/** Of each worker, which has an address of its own. */
const KEPT = resolve(
  ROOT,
  `node_modules/.cache/rotation/browser-${process.env["JEST_WORKER_ID"] ?? "1"}`,
);
const PARTS = ["Default/Cache", "Default/Code Cache"];
/** Chromium keeps what it has compiled of a script when it has seen it before. */
const LOADS = 3;

let loads = 0;

/**
 * Gives a new profile what earlier ones have compiled.
 * @param profile - Its folder.
 */
export function takeCompiled(profile: string): void {
  if (existsSync(KEPT)) cpSync(KEPT, profile, { recursive: true });
}

/**
 * Keeps what a profile has compiled, from the first loads of a suite.
 * @param profile - Its folder; the browser has ended.
 */
export function keepCompiled(profile: string): void {
  if (++loads > LOADS) return;
  const next = `${KEPT}-${process.pid}`;
  rmSync(next, { recursive: true, force: true });
  for (const part of PARTS) {
    const from = join(profile, part);
    mkdirSync(join(next, part, ".."), { recursive: true });
    if (existsSync(from)) cpSync(from, join(next, part), { recursive: true });
  }
  rmSync(KEPT, { recursive: true, force: true });
  renameSync(next, KEPT);
}
