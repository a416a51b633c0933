/** The texts of *freeze*, self-test and about, on the screen *Templates*. */
export const help = {
  freeze: {
    heading: "Freeze to values",
    about:
      "The formulas of the selected cells become what they show, at full precision; formats stay. #N/A stays #N/A.",
    button: "Freeze the selection to values",
    done: (formulas: number, sheet: string, a1: string) =>
      formulas === 1
        ? `1 formula on ${sheet}!${a1} is a value now.`
        : `${formulas} formulas on ${sheet}!${a1} are values now.`,
  },
  selfTest: {
    heading: "Self-test",
    about: "Runs the add-in's worked numbers through its functions, here and now.",
    button: "Run the self-test",
    result: (passed: number, failed: number, failures: readonly string[]) =>
      failed === 0
        ? `Self-test: all ${passed} worked numbers passed.`
        : `Self-test: ${passed} worked numbers passed, ${failed} FAILED (${failures.join(", ")}). Do not rely on these functions.`,
  },
  about: {
    heading: "Help and about",
    private: "Nothing that you enter leaves this computer.",
    help: "Help, and how to verify that",
    licences: "Licences of what is bundled",
  },
} as const;
