import { traceMark } from "../../shared/storage/trace.ts";

/** What a log line may carry: ids, counts and names of the system's own, never a person's words or data. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one JSON line to standard output, where the platform collects it. It says the trace it is of, if any. */
export function log(level: "info" | "warn" | "error", event: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...traceMark(), ...fields })}\n`);
}

/** Logs a failure with its message and stack: no error message of this code quotes what a caller sent. */
export function logFailure(event: string, failure: unknown, fields: LogFields = {}): void {
  const { name, message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  log("error", event, { ...fields, failure: name, message, stack });
}
