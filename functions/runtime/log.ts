import { traceMark } from "../../shared/storage/trace.ts";

/** What a log line may carry: ids, counts and names of the system's own, never a person's words or data. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Writes one JSON line to standard output, where the platform collects it, with `level`, `event` and `fields`. If the
 * code runs inside a trace (`traced`), the line also has the id of the trace.
 */
export function log(level: "info" | "warn" | "error", event: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...traceMark(), ...fields })}\n`);
}

/**
 * Writes a log line of level `error` with the name, message and stack of what was thrown. Error messages of this code
 * never quote what a caller sent, so they may be logged.
 */
export function logFailure(event: string, failure: unknown, fields: LogFields = {}): void {
  const { name, message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  log("error", event, { ...fields, failure: name, message, stack });
}
