/**
 * The lines of the corpus that the embedded engine does not meet, each with its reason. A line that is
 * met again must leave the list.
 */
export const SHORT_LINES: ReadonlyMap<string, string> = new Map([
  [
    '=OR(D!C7,"x")',
    "the corpus is wrong: engines that stop at the first true argument never see the second. Microsoft, " +
      'OR: arguments must evaluate to logical values; the corpus itself has =OR("Ab cd",2.5) as #VALUE!',
  ],
  [
    "=GEOMEAN({TRUE,1,2})",
    "the corpus is wrong: Microsoft, GEOMEAN: logical values in an array are ignored, so it is the root of 1·2",
  ],
  [
    "=RATE(360,-100,100)",
    "the corpus is wrong: at 100% a period 100 − 100·(1 − 2^−360)/1 is 0, so the rate exists",
  ],
  [
    "=SUMPRODUCT({1,2,3}*{1,2})",
    "the corpus is wrong: the third product is #N/A, as in its own line =SUM({1,2,3}*{1,2})",
  ],
  [
    "=SUMPRODUCT((D!A1:B4>0.3)*(D!E1:E8<-2))",
    "the corpus is wrong: rows 5 to 8 have no first factor and are #N/A, as in =SUM({1,2,3}*{1,2})",
  ],
  [
    "=INDEX(D!A1:B4,0,3)",
    "the corpus is wrong: Microsoft, INDEX: #REF! where column_num does not point to a cell of the array",
  ],
  [
    "=INDEX(D!D1:D4,0,3)",
    "the corpus is wrong: Microsoft, INDEX: #REF! where column_num does not point to a cell of the array",
  ],
  [
    '="é">"f"',
    "the corpus is wrong: é is ordered with e, before f, as two other engines and Excel's sort have it; " +
      "by code points Zürich would stand behind everything",
  ],
  [
    '=SUMXMY2({2;2;1},{"b";"a";"b"})',
    "another error: no pair of numbers is left, which is #DIV/0! here and #VALUE! in the corpus",
  ],
  [
    "=GROWTH({1,2,4},{2;2;1})",
    "known limit: GROWTH of a row against a column is an error with words in place of a column",
  ],
]);
