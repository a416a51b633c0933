/* What opens and saves files is loaded when it is needed; it may not come at first. */
import { withFiles } from "../../src/workbench/fileCode";
import { pageState } from "../../src/workbench/pageState";
import { words } from "../../src/workbench/words";

let isThere = false;
jest.mock("../../src/workbench/fileActions", () => {
  if (!isThere) throw new Error("no such part");
  return { saveSheetAndSay: () => "saved" };
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(() => {
  isThere = false;
  jest.resetModules();
  jest.spyOn(console, "info").mockImplementation();
});

it("what waits for a file goes on when a second try loads the code", async () => {
  const state = pageState();
  const done = withFiles(state, ({ saveSheetAndSay }) => saveSheetAndSay({} as never));
  for (let tries = 0; tries < 2; tries++) {
    await settled();
    const { notice } = state.get();
    expect(notice?.words).toBe(words.partMissing(words.fileCode));
    isThere = tries === 1;
    notice?.action?.run();
  }
  expect(await done).toBe("saved");
  expect(state.get().notice).toBeNull();
});

it.each([
  ["is dismissed", ({ quiet }: ReturnType<typeof pageState>) => quiet()],
  ["gives way to another", ({ say }: ReturnType<typeof pageState>) => say("Something else")],
])("nothing is done when the notice %s", async (_, end) => {
  const state = pageState();
  const use = jest.fn();
  const done = withFiles(state, use);
  await settled();
  end(state);
  expect(await done).toBeNull();
  expect(use).not.toHaveBeenCalled();
});
