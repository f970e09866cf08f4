import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

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
  ["shared/storage/presigned.ts", '"response-content-disposition": disposition', "$&+LEAK"],
  ["shared/storage/mail.ts", "inUtf8(subject)", "inUtf8(subject+LEAK)"],
];

const root = join(import.meta.dirname, "..");

/**
 * Has the sources that are imported from now on write the first body that is sent to a log, a queue, and so on.
 * @throws if a source does not hold exactly once what a mistake takes the place of
 */
export function makeLeaks(): void {
  const sources = new Map<string, string>();
  for (const [file, from, to] of leaks) {
    const source = sources.get(file) ?? readFileSync(join(root, file), "utf8");
    if (source.split(from).length !== 2) throw new Error(`${file} does not hold this exactly once: ${from}`);
    sources.set(
      file,
      source.replace(from, () => to.replace("$&", from).replace("LEAK", "(globalThis as any).leaked")),
    );
  }
  const byUrl = new Map([...sources].map(([file, text]) => [pathToFileURL(join(root, file)).href, text]));
  registerHooks({
    load: (url, given, next) => {
      const source = byUrl.get(url);
      return source === undefined ? next(url, given) : { format: "module-typescript", source, shortCircuit: true };
    },
  });
}
