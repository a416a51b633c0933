/*
 * In place of the package localforage: what the engine keeps of a user's habits, such as the number formats used
 * last, is kept for as long as the page is open, and nowhere else.
 */
const kept = new Map<string, unknown>();

const localforage = {
  getItem: (key: string) => Promise.resolve(kept.get(key) ?? null),
  setItem: (key: string, value: unknown) => {
    kept.set(key, value);
    return Promise.resolve(value);
  },
  removeItem: (key: string) => {
    kept.delete(key);
    return Promise.resolve();
  },
  clear: () => {
    kept.clear();
    return Promise.resolve();
  },
  key: (index: number) => Promise.resolve([...kept.keys()][index] ?? null),
  keys: () => Promise.resolve([...kept.keys()]),
  iterate: (visit: (value: unknown, key: string, at: number) => unknown) => {
    let at = 0;
    for (const [key, value] of kept) {
      const found = visit(value, key, ++at);
      // What is not undefined ends the round.
      if (found !== undefined) return Promise.resolve(found);
    }
    return Promise.resolve();
  },
};

export default localforage;
