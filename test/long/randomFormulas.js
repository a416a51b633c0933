// Formulas for the comparison with HyperFormula, the same for the same seed.
// @ts-check

/** @param {number} seed @returns {() => number} numbers from 0 to 1 (mulberry32) */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Functions by what they take; the letters are the kinds of makers() below. Left out is what
 * HyperFormula does otherwise than Excel: INT below 0 (it truncates), powers of 0, criteria on arrays
 * (Excel refuses them), arithmetic on an empty text (0 there), TRUNC, ROUNDDOWN
 * and MOD of decimals, EDATE to a 29 February (TRUNC(2.889,4) is 2.8889 there), the digits of a number in a text.
 */
const FUNCTIONS = {
  n: "ABS SIGN EXP SQRT LN LOG10 SIN COS TAN ATAN SINH COSH TANH DEGREES RADIANS EVEN ODD FACT ISNUMBER ISTEXT ISBLANK",
  nd: "ROUND ROUNDUP",
  nn: "ATAN2 QUOTIENT",
  nk: "MOD",
  pp: "LOG CEILING FLOOR MROUND POWER",
  p: "INT",
  r: "SUM AVERAGE MIN MAX COUNT COUNTA COUNTBLANK MEDIAN STDEV.S STDEV.P VAR.S VAR.P DEVSQ AVEDEV SUMSQ PRODUCT MAXA MINA AVERAGEA",
  ra: "SUM MIN MAX COUNT SUMSQ",
  rk: "LARGE SMALL",
  Rq: "COUNTIF SUMIF AVERAGEIF",
  t: "LEN UPPER LOWER TRIM PROPER CODE T",
  tc: "LEFT RIGHT REPT",
  tcc: "MID",
  tt: "EXACT FIND SEARCH",
  y: "YEAR MONTH DAY WEEKDAY ISOWEEKNUM WEEKNUM",
  ym: "EOMONTH WORKDAY",
  yy: "DAYS DAYS360 NETWORKDAYS",
  yyb: "YEARFRAC",
  z: "NORM.S.INV",
  v: "ERFC GAMMALN",
  bb: "AND OR XOR",
  bnn: "IF",
  nv: "IFERROR IFNA",
};

/** @param {() => number} random */
function makers(random) {
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
  const number = () => {
    const size = 10 ** Math.floor(random() * 5 - 1);
    const digits = Math.floor(random() * 5);
    return String(Number(((random() * 2 - 0.7) * size).toFixed(digits)));
  };
  const positive = () => String(Number((random() * 50 + 0.01).toFixed(2)));
  const range = () => pick(["D!A1:A8", "D!A1:A4", "D!B5:B8", "D!D1:D4", "D!A5:A8"]);
  const array = () => `{${Array.from({ length: 2 + Math.floor(random() * 4) }, number).join(",")}}`;
  const text = () =>
    `"${pick(["abc", "Ab cd", " a  b ", "émile dupont", "12", "x", "2.50", "a-b-c"])}"`;
  const cell = () => pick(["D!A1", "D!A2", "D!A4", "D!A5", "D!A6", "D!B1", "D!B4"]);
  const truth = () =>
    pick(["TRUE", "FALSE", `${number()}${pick([">", "<", ">=", "<>", "="])}${number()}`]);
  return {
    n: () => pick([number, number, cell])(),
    d: () => String(Math.floor(random() * 7 - 2)),
    p: positive,
    r: () => pick([range, array])(),
    R: range,
    a: array,
    k: () => String(1 + Math.floor(random() * 3)),
    q: () =>
      pick([
        number,
        () => `">${positive()}"`,
        () => `"<=${positive()}"`,
        () => `"<>${positive()}"`,
      ])(),
    t: text,
    c: () => String(1 + Math.floor(random() * 4)),
    y: () => String(36_526 + Math.floor(random() * 16_000)),
    m: () => String(Math.floor(random() * 48 - 24)),
    z: () => String(Number((0.001 + random() * 0.998).toFixed(4))),
    v: () => String(Number((0.05 + random() * 4).toFixed(3))),
    b: truth,
  };
}

/**
 * Formulas of operators and functions.
 *
 * @param {number} seed any whole number
 * @param {number} count how many
 * @returns {string[]} different formulas, with their equals signs
 */
function randomFormulas(seed, count) {
  const random = uniform(seed);
  /** @type {Record<string, () => string>} */
  const make = makers(random);
  const kinds = Object.entries(FUNCTIONS).flatMap(([kinds, names]) =>
    names.split(" ").map((name) => /** @type {const} */ ([name, kinds])),
  );
  const call = () => {
    const [name, letters] = /** @type {readonly [string, string]} */ (
      kinds[Math.floor(random() * kinds.length)]
    );
    const words = [...letters].map((letter) => {
      // yyb: the third of YEARFRAC is a basis, not a condition.
      if (name === "YEARFRAC" && letter === "b") return String(Math.floor(random() * 5));
      return /** @type {() => string} */ (make[letter])();
    });
    return `${name}(${words.join(",")})`;
  };
  const isText = /^(UPPER|LOWER|TRIM|PROPER|T|LEFT|RIGHT|REPT|MID)\(/;
  const operand = () => {
    const called = random() < 0.5 ? "" : call();
    return called === "" || isText.test(called) ? /** @type {() => string} */ (make.n)() : called;
  };
  const signs = ["+", "-", "*", "/", "=", "<>", "<", ">="];
  /** @type {Set<string>} */
  const formulas = new Set();
  while (formulas.size < count) {
    const sign = signs[Math.floor(random() * signs.length)] ?? "+";
    formulas.add(random() < 0.7 ? `=${call()}` : `=${operand()}${sign}${operand()}`);
  }
  return [...formulas];
}

module.exports = { randomFormulas };
