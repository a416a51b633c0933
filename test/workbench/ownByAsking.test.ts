import { ANSWER_MS, ownByAsking, type Channel } from "../../src/workbench/ownByAsking";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

type Tab = Channel & { frozen: boolean; heard: MessageEvent[] };

/** Tabs that hear each other a moment later; a frozen one hears all of it when it wakes up. */
function tabs() {
  const all: Tab[] = [];
  const tab = () => {
    const own: Tab = {
      onmessage: null,
      frozen: false,
      heard: [],
      postMessage: (said) => {
        for (const other of all.filter((one) => one !== own)) {
          setTimeout(() => {
            const event = { data: structuredClone(said) } as MessageEvent;
            if (other.frozen) other.heard.push(event);
            else other.onmessage?.(event);
          }, 2);
        }
      },
    };
    all.push(own);
    return own;
  };
  const wake = (one: Tab) => {
    one.frozen = false;
    for (const event of one.heard.splice(0)) one.onmessage?.(event);
  };
  return { tab, wake };
}

const soon = async <T>(work: Promise<T>): Promise<T> => {
  await jest.advanceTimersByTimeAsync(ANSWER_MS + 50);
  return work;
};

describe("tabs without locks", () => {
  it("the first writes, the second reads", async () => {
    const { tab } = tabs();
    const lost = jest.fn();
    expect(await soon(ownByAsking(tab(), false, lost))).toBe(true);
    expect(await soon(ownByAsking(tab(), false, lost))).toBe(false);
    expect(lost).not.toHaveBeenCalled();
  });

  it("of several that start at once, one writes", async () => {
    const { tab } = tabs();
    const owned = await soon(
      Promise.all([1, 2, 3, 4].map(() => ownByAsking(tab(), false, () => undefined))),
    );
    expect(owned.filter(Boolean)).toHaveLength(1);
  });

  it("one takes over, and the one before loses it", async () => {
    const { tab } = tabs();
    const [first, second] = [jest.fn(), jest.fn()];
    await soon(ownByAsking(tab(), false, first));
    expect(await soon(ownByAsking(tab(), true, second))).toBe(true);
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
    expect(await soon(ownByAsking(tab(), false, jest.fn()))).toBe(false);
  });

  it("one that was frozen while another began to write gives way when it wakes up", async () => {
    const { tab, wake } = tabs();
    const [first, second] = [jest.fn(), jest.fn()];
    const frozen = tab();
    await soon(ownByAsking(frozen, false, first));
    frozen.frozen = true;
    expect(await soon(ownByAsking(tab(), false, second))).toBe(true);
    wake(frozen);
    await jest.advanceTimersByTimeAsync(100);
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
  });
});
