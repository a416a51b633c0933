/* What every screen of the pane needs, and how it tells the user what happened. */
import { createContext, useContext } from "react";
import type { WorkbookPort } from "../workbook/workbookPort";
import type { NumberStyle } from "./numbers";
import type { PaneFacts } from "./paneFacts";

/** The screens that have a tab of their own, in its order. */
export const TABS = ["verdict", "assumptions", "data", "scenarios"] as const;

/** The screens behind *More*. */
export const IN_MORE = ["backtest", "functions", "templates"] as const;

/** All screens. */
export const SCREENS = [...TABS, ...IN_MORE] as const;

/** A screen of the pane. */
export type Screen = (typeof SCREENS)[number];

/**
 * Whether a screen is behind *More*.
 * @param screen - The screen.
 * @returns True for those without a tab of their own.
 */
export const isInMore = (screen: Screen): screen is (typeof IN_MORE)[number] =>
  IN_MORE.some((name) => name === screen);

/** What the screens share. */
export interface PaneServices {
  readonly workbook: WorkbookPort;
  readonly facts: PaneFacts;
  readonly numbers: NumberStyle;
  /** Counts changes of the workbook: a screen that shows what a workbook holds reads again when it moves. */
  readonly revision: number;
  /** Says what happened, in the line that screen readers read out. */
  readonly say: (words: string, kind?: "done" | "problem") => void;
  /** Runs one thing at a time and says what went wrong; what was typed stays. */
  readonly attempt: (doing: string, work: () => Promise<string>) => Promise<boolean>;
  /** Whether something is being done now. */
  readonly busy: boolean;
  readonly show: (screen: Screen) => void;
}

/** Set by the pane, read by {@link usePane}. */
export const PaneContext = createContext<PaneServices | null>(null);

/**
 * What the screens share.
 * @returns The services; outside the pane it is a mistake of ours.
 */
export function usePane(): PaneServices {
  const services = useContext(PaneContext);
  if (services === null) throw new Error("a screen was shown outside the pane");
  return services;
}
