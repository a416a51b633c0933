/**
 * The word of a list that a typed word was most likely meant to be.
 *
 * By the number of letters to insert, delete, replace or swap with a neighbour (optimal string
 * alignment), in any case.
 *
 * @param typed - What was typed; only its first 60 characters count.
 * @param words - What it could have been.
 * @returns The nearest word, or null when every word is further than half its length.
 *
 * @example
 * nearest("corpoas", ["mbsOas", "corpOas"]); // => "corpOas"
 */
export function nearest(typed: string, words: Iterable<string>): string | null {
  const wanted = typed.slice(0, 60).toLowerCase();
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const word of words) {
    const distance = editDistance(wanted, word.toLowerCase());
    if (distance < bestDistance && distance <= word.length / 2) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let oneAgo = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (oneAgo[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replace, (oneAgo[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (twoAgo[j - 2] as number) + 1);
      }
      row.push(least);
    }
    twoAgo = oneAgo;
    oneAgo = row;
  }
  return oneAgo[b.length] as number;
}
