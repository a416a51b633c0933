/* In place of the package cjk-regex, which builds tables of every letter at each start: the same sets, asked of the browser. */

/** A set of characters, as the package hands it out. */
interface CharacterSet {
  readonly toRegExp: () => RegExp;
}

const LETTER = String.raw`(?=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Bopomofo}])[\p{Lo}\p{Nl}\p{So}\p{Lm}]`;

/** The blocks of Unicode that hold what is written beside the letters, such as 、and full-width digits. */
const BLOCKS = String.raw`[\u2FF0-\u303F\u30A0-\u30FF\u3190-\u319F\u31C0-\u31EF\u3200-\u33FF\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFFEF]`;

const setOf = (pattern: string): CharacterSet => ({ toRegExp: () => new RegExp(pattern, "u") });

/** Chinese, Japanese and Korean letters. */
export const letters = (): CharacterSet => setOf(LETTER);

/** What stands between them. */
export const punctuations = (): CharacterSet => setOf(`(?!${LETTER})${BLOCKS}`);

/** Both. */
export const all = (): CharacterSet => setOf(`${LETTER}|${BLOCKS}`);
