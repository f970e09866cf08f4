import { changeSources } from "./changed-sources.ts";

/** Mistakes that write the first body that was sent where it may not stand, and the text each takes the place of. */
const leaks: readonly (readonly [file: string, from: string, to: string])[] = [
  ["functions/runtime/api.ts", "started.set(event,", "LEAK ??= event.body; started.set(event,"],
  ["functions/runtime/api.ts", "route: event.routeKey,", "route: event.routeKey, body: LEAK,"],
  ["functions/runtime/reply.ts", "JSON.stringify(problem)", "JSON.stringify({ ...problem, said: LEAK })"],
  ["functions/runtime/reply.ts", "JSON.stringify(value)", "JSON.stringify({ ...(value as object), said: LEAK })"],
  [
    "shared/storage/queue-client.ts",
    "SendMessageCommand({ QueueUrl,",
    "SendMessageCommand({ QueueUrl, MessageGroupId: LEAK,",
  ],
  ["shared/storage/evidence.ts", "new PutObjectCommand({", "new PutObjectCommand({ Metadata: { said: LEAK },"],
  ["shared/storage/resolution/presigned.ts", '"response-content-disposition": disposition', "$&+LEAK"],
  ["shared/storage/notice/mail.ts", "inUtf8(subject)", "inUtf8(subject+LEAK)"],
];

/**
 * Has the sources that are imported from now on write the first body that is sent to a log, a queue, and so on.
 * @throws if a source does not hold exactly once what a mistake takes the place of
 */
export function makeLeaks(): void {
  const leaking = (from: string, to: string) => to.replace("$&", from).replace("LEAK", "(globalThis as any).leaked");
  changeSources(leaks.map(([file, from, to]) => ({ file, from, to: leaking(from, to) })));
}
