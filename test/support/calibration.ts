import { isAsStated, type CalibrationLine } from "../study/calibration";

/** Paths of the short form of docs/calibration.md. */
export const SHORT_PATHS = 400;

/**
 * Holds every probability and interval of some sections to what simulation measures, within its own tolerance and two
 * standard errors of so many paths.
 */
export function holdAsStated(sections: ReadonlyMap<string, readonly CalibrationLine[]>): void {
  const all = [...sections.values()].flat();
  it.each(all.map((line) => [line.what, line] as const))("%s", (_, line) => {
    const { stated, measured } = line;
    expect([stated.toFixed(3), measured.toFixed(3), isAsStated(line)]).toEqual([
      stated.toFixed(3),
      measured.toFixed(3),
      true,
    ]);
  });
}
