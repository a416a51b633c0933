/* What the page around the grid says and asks, and whether it may write. */

/** A button. */
export interface Action {
  readonly words: string;
  readonly run: () => void;
}

/** Something that the page has to say. */
export interface Notice {
  readonly words: string;
  readonly kind: "done" | "problem";
  readonly action?: Action;
}

/** Why the workbook can be read only. */
export type Hold =
  | { readonly kind: "otherTab" }
  /** The store could not be read: what is kept there is not shown. */
  | { readonly kind: "unread"; readonly why: string }
  /** What was read is no workbook. */
  | { readonly kind: "malformed"; readonly why: string; readonly data: unknown };

/** A question before the workbook is replaced. */
export interface Question {
  readonly title: string;
  readonly about: string;
  /** The word of the button that does it. */
  readonly go: string;
  /** The word of the button that saves first. */
  readonly save: string;
}

/** How it is answered. */
export type Answer = "save" | "go" | "cancel";

/** Something that takes a while. */
export interface Work {
  /** How far it is; null while that is not worth saying. */
  readonly words: string | null;
  /** What stops it, where that can be. */
  readonly stop?: () => void;
}

/** What the bar shows. */
export interface PageView {
  readonly notice: Notice | null;
  readonly work: Work | null;
  readonly hold: Hold | null;
  /** Why the last change is not kept. */
  readonly unkept: string | null;
  readonly asked: (Question & { readonly answer: (answer: Answer) => void }) | null;
}

/** The view with what changes it. */
export interface PageState {
  readonly get: () => PageView;
  readonly subscribe: (changed: () => void) => () => void;
  readonly say: (words: string, kind?: Notice["kind"], action?: Action) => void;
  readonly quiet: () => void;
  readonly setWork: (work: Work | null) => void;
  readonly setHold: (hold: Hold | null) => void;
  readonly setUnkept: (unkept: string | null) => void;
  readonly ask: (question: Question) => Promise<Answer>;
}

/**
 * A page that says nothing and may write.
 * @returns The state.
 */
export function pageState(): PageState {
  let view: PageView = { notice: null, work: null, hold: null, unkept: null, asked: null };
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
    say: (words, kind = "done", action) => {
      set({ notice: { words, kind, ...(action === undefined ? {} : { action }) } });
    },
    quiet: () => {
      set({ notice: null });
    },
    setWork: (work) => {
      if (work !== view.work) set({ work });
    },
    setHold: (hold) => {
      set({ hold });
    },
    setUnkept: (unkept) => {
      set({ unkept });
    },
    ask: (question) =>
      new Promise((resolve) => {
        view.asked?.answer("cancel");
        const answer = (given: Answer) => {
          set({ asked: null });
          resolve(given);
        };
        set({ asked: { ...question, answer } });
      }),
  };
}
