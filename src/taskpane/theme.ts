/* The theme that the system asks for: light, dark, or the system's own colours of high contrast. */
import {
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";
const FORCED = "(forced-colors: active)";
const CALM = "(prefers-reduced-motion: reduce)";

/**
 * Fluent's theme for what the system asks for; it changes when the system does.
 * @returns The theme; without motion where less of it is asked for.
 */
export function useSystemTheme(): Theme {
  const dark = useMedia(DARK);
  const forced = useMedia(FORCED);
  const calm = useMedia(CALM);
  const theme = forced ? teamsHighContrastTheme : dark ? webDarkTheme : webLightTheme;
  return calm ? { ...theme, ...NO_MOTION } : theme;
}

const NO_MOTION = {
  durationUltraFast: "0.01ms",
  durationFaster: "0.01ms",
  durationFast: "0.01ms",
  durationNormal: "0.01ms",
  durationGentle: "0.01ms",
  durationSlow: "0.01ms",
  durationSlower: "0.01ms",
  durationUltraSlow: "0.01ms",
} satisfies Partial<Theme>;

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener("change", changed);
      return () => {
        media.removeEventListener("change", changed);
      };
    },
    () => matchMedia(query).matches,
  );
