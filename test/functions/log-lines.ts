import { vi } from "vitest";

/** A line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

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
      .map((line) => JSON.parse(line));
}
