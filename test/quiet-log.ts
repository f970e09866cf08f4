import { afterEach } from "vitest";

type Write = typeof process.stdout.write;
/**
 * The lines of the product's log since the last test, and how to write them all the same: one for all the files of a
 * worker.
 */
interface QuietLog {
  readonly lines: string[];
  readonly write: Write;
}
const worker = globalThis as { quietLog?: QuietLog };

/** Keeps the lines of the log off the screen: what a test does on purpose, down to a bug's stack, is no news. */
function keepQuiet(): QuietLog {
  const quiet: QuietLog = { lines: [], write: process.stdout.write.bind(process.stdout) };
  const write = (chunk: string | Uint8Array, ...rest: []): boolean => {
    if (typeof chunk !== "string" || !chunk.startsWith('{"event":')) return quiet.write(chunk, ...rest);
    quiet.lines.push(chunk);
    return true;
  };
  process.stdout.write = write as Write;
  return quiet;
}
worker.quietLog ??= keepQuiet();
const { lines, write } = worker.quietLog;

/** A test that fails shows what was logged while it ran. */
afterEach(({ task }) => {
  const logged = lines.splice(0).join("");
  if (task.result?.state === "fail" && logged !== "") write(`logged in «${task.name}»:\n${logged}`);
});
