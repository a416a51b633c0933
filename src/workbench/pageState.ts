/* What the page around the grid says and whether it may write. */

/** Something that the page has to say. */
export interface Notice {
  readonly words: string;
  readonly kind: "done" | "problem";
}

/** What the bar shows. */
export interface PageView {
  readonly notice: Notice | null;
  readonly readOnly: boolean;
}

/** The view with what changes it. */
export interface PageState {
  readonly get: () => PageView;
  readonly subscribe: (changed: () => void) => () => void;
  readonly say: (words: string, kind?: Notice["kind"]) => void;
  readonly quiet: () => void;
  readonly setReadOnly: (readOnly: boolean) => void;
}

/**
 * A page that says nothing and may write.
 * @returns The state.
 */
export function pageState(): PageState {
  let view: PageView = { notice: null, readOnly: false };
  const listeners = new Set<() => void>();
  const set = (change: Partial<PageView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  return {
    get: () => view,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    say: (words, kind = "done") => {
      set({ notice: { words, kind } });
    },
    quiet: () => {
      set({ notice: null });
    },
    setReadOnly: (readOnly) => {
      set({ readOnly });
    },
  };
}
