import { traceMark } from "../../shared/storage/check/trace.ts";

/** What a log line may carry: ids, counts and names of the system's own, never a person's words or data. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Writes one JSON line to standard output, where the platform collects it, with `event` and `fields`, and with `level`
 * unless it is `info`, which the platform takes a line without one for. If the code runs inside a trace (`traced`), the
 * line also has the id of the trace.
 */
export function log(level: "info" | "warn" | "error", event: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ event, ...(level !== "info" && { level }), ...traceMark(), ...fields })}\n`);
}

/** The most memory that the process has had, in MB, as a line said it; 0 before its first line `completed`. */
let said = 0;

/**
 * Writes the line `completed` with `fields` and the milliseconds since `started`, a reading of `performance.now`. Adds
 * `mb`, the most memory that the process has had, whenever that has grown, and to its first line `startMs`, from the
 * process's start to `started`: the platform's own lines, which would say both of every call, are switched off.
 */
export function logCompleted(started: number, fields: LogFields): void {
  const mb = Math.round(process.resourceUsage().maxRSS / 1024);
  log("info", "completed", {
    ...fields,
    ms: Math.round(performance.now() - started),
    ...(mb > said && { mb }),
    ...(said === 0 && { startMs: Math.round(started) }),
  });
  said = mb;
}

/**
 * Writes a log line of level `error` with the name, message and stack of what was thrown. Error messages of this code
 * never quote what a caller sent, so they may be logged.
 */
export function logFailure(event: string, failure: unknown, fields: LogFields = {}): void {
  const { name, message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  log("error", event, { ...fields, failure: name, message, stack });
}
