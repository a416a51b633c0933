/*
 * The theme that the system asks for. In high contrast the browser puts the system's own colours in
 * place of the theme's (forced-colors); a theme with colours of its own would stand against them.
 */
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";
const CALM = "(prefers-reduced-motion: reduce)";

/**
 * Fluent's theme for what the system asks for; it changes when the system does.
 * @returns The theme; without motion where less of it is asked for.
 */
export function useSystemTheme(): Theme {
  const dark = useMedia(DARK);
  const calm = useMedia(CALM);
  const theme = dark ? webDarkTheme : webLightTheme;
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
