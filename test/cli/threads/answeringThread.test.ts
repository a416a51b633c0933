/* A thread that answers: what it is asked, and what becomes of a question that it does not answer. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnsweringThread } from "../../../src/cli/threads/answeringThread";

/** Takes 1.5 s to be ready; answers with the question, or does not. */
const PROGRAM = `
const { parentPort } = require("node:worker_threads");
const answers = {
  wait: () => {},
  leave: () => process.exit(7),
  fail: () => { throw new Error("no such thing"); },
};
setTimeout(() => {
  parentPort.postMessage({ ready: true });
  parentPort.on("message", (question) => {
    (answers[question] ?? (() => parentPort.postMessage({ answer: question })))();
  });
}, 1_500);
`;

const folder = mkdtempSync(join(tmpdir(), "rotation-thread-"));
const program = join(folder, "program.js");
writeFileSync(program, PROGRAM);
const thread = new AnsweringThread<string, string>(program, { task: "any", folder });
afterAll(() => {
  thread.end();
  rmSync(folder, { recursive: true });
});

it("counts the time of an answer from when it is ready", async () => {
  expect(await thread.ask("first", 1)).toBe("first");
  expect(await thread.ask("second", 1)).toBe("second");
  await expect(thread.ask("wait", 1)).rejects.toThrow("took more than 1 s");
});

it.each([
  ["leave", "ended its thread (exit code 7)"],
  ["fail", "failed (no such thing)"],
])("says why there is no answer to %s, and answers the next question", async (question, why) => {
  await expect(thread.ask(question, 30)).rejects.toThrow(why);
  expect(await thread.ask("next", 30)).toBe("next");
});
