/** The texts of the answer card. */
export const answer = {
  onExamples: (names: readonly string[]) =>
    `on ${names.length} example ${names.length === 1 ? "input" : "inputs"}: ${names.join(", ")}`,
  onEarlier: (levels: readonly string[]) => `on ${levels.join(" and ")}`,
  gap: (bp: string) => `Gap ${bp} bp`,
  rank: (percent: string, years: 5 | "all") =>
    `wider than ${percent}% of ${years === 5 ? "the last five years" : "its history"}`,
  carry: (side: string, bp: string) => `${side} carry ${bp} bp more after risk`,
  noCarry: "carry after risk is left out of the score",
  missing: (basis: string, ask: string) => `The ${basis} gap is missing: ${ask}.`,
  disagree: (side: string, bp: string) =>
    `The bases disagree: on risk-adjusted carry ${side} are ahead by ${bp} bp.`,
  agree: (side: "mortgages" | "corporates") =>
    `${side === "mortgages" ? "Mortgages" : "Corporates"} pay more on all three bases.`,
  agreeBut: (side: "mortgages" | "corporates") =>
    side === "mortgages"
      ? "Mortgages pay more on all three bases, but the gap is tight against its own history."
      : "Corporates pay more on all three bases, but the gap is wide against its own history.",
  score: (score: string) => `Score ${score}, from −1 for corporates to 1 for mortgages`,
  marks: new Map([
    ["yours", "yours"],
    ["example", "example"],
    ["missing", "missing"],
  ]),
  bars: "Gap on three bases, MBS − corporate, in basis points",
  ask: "enter your level",
  noCall: "No call yet",
  problem: (sheet: string, row: number, message: string) =>
    `Sheet ${sheet}, row ${row}: ${message}.`,
  askHeading: "Enter your own",
  asked: (input: string, calls: string) => `${input}: ${calls}.`,
  toAssumptions: "To the assumptions",
  changeHead: ["Input", "At", "Call"] as const,
  noChange: "No plausible value of one input alone makes another call.",
  stale: (day: string) => `The data are stale: the last value is of ${day}.`,
  future: (day: string) => `The last row, ${day}, is in the future: check its date.`,
} as const;
