/** What a workbook lacks for a verdict, a backtest or scenarios. */
export interface Missing {
  readonly assumptions: boolean;
  readonly data: boolean;
}
