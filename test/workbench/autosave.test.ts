import { autosave, LATE_MS, RETRY_MS, WAIT_MS } from "../../src/workbench/autosave";

const EMPTY = { book: null, charts: [] };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function saverOver(keep: () => Promise<void>) {
  const told: unknown[] = [];
  const kept = jest.fn(keep);
  const saver = autosave(
    () => EMPTY,
    kept,
    (why) => told.push(why),
  );
  return { saver, kept, told };
}

describe("autosave", () => {
  it("keeps a user who types steadily, never more than two seconds after a change", async () => {
    const { saver, kept } = saverOver(() => Promise.resolve());
    for (let ms = 0; ms < 20_000; ms += 100) {
      saver.changed();
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(kept.mock.calls.length).toBeGreaterThanOrEqual(20_000 / 2000);
    expect(WAIT_MS).toBeLessThanOrEqual(1000);
  });

  it("keeps nothing when nothing changed, and once when something did", async () => {
    const { saver, kept } = saverOver(() => Promise.resolve());
    await jest.advanceTimersByTimeAsync(10_000);
    expect(kept).not.toHaveBeenCalled();
    saver.changed();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(kept).toHaveBeenCalledTimes(1);
    expect(await saver.flush()).toBe(true);
    expect(kept).toHaveBeenCalledTimes(1);
  });

  it("keeps at once what is flushed, in the same turn", () => {
    const { saver, kept } = saverOver(() => Promise.resolve());
    saver.changed();
    void saver.flush();
    expect(kept).toHaveBeenCalledTimes(1);
  });

  it("says once that it failed, tries again, and says when it is kept", async () => {
    let fails = true;
    const { saver, kept, told } = saverOver(() =>
      fails ? Promise.reject(new Error("full")) : Promise.resolve(),
    );
    saver.changed();
    await jest.advanceTimersByTimeAsync(WAIT_MS + 2 * RETRY_MS);
    expect(kept).toHaveBeenCalledTimes(3);
    expect(told).toEqual([{ error: new Error("full") }]);
    expect(await saver.flush()).toBe(false);
    fails = false;
    expect(await saver.flush()).toBe(true);
    expect(told).toEqual([{ error: new Error("full") }, null]);
  });

  it("says that a keep has no end, begins no second one meanwhile, and takes it back when it ends", async () => {
    let end: () => void = () => undefined;
    const { saver, kept, told } = saverOver(() => new Promise<void>((resolve) => (end = resolve)));
    saver.changed();
    await jest.advanceTimersByTimeAsync(WAIT_MS + LATE_MS);
    expect(told).toEqual(["late"]);
    saver.changed();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(kept).toHaveBeenCalledTimes(1);
    end();
    await jest.advanceTimersByTimeAsync(WAIT_MS);
    expect(kept).toHaveBeenCalledTimes(2);
    end();
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["late", null]);
  });

  it("keeps nothing once it is stopped", async () => {
    const { saver, kept } = saverOver(() => Promise.resolve());
    saver.changed();
    saver.stop();
    saver.changed();
    await jest.advanceTimersByTimeAsync(10_000);
    await saver.flush();
    expect(kept).not.toHaveBeenCalled();
  });
});
