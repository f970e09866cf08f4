import { vi } from "vitest";

/** A line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Returns a line with its level, which lines of level `info` leave out, and without the memory and the start. */
function lineOf(written: string): LogLine {
  const { mb: _, startMs: __, ...line } = JSON.parse(written);
  return { level: "info", ...line };
}

/** Keeps what the code under test logs off the screen; gives the lines so far. Ends with `vi.restoreAllMocks()`. */
export function captureLog(): () => readonly LogLine[] {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  return () =>
    written
      .join("")
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map(lineOf);
}
