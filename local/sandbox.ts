/**
 * One execution environment, as a worker thread: it has its own variables and modules, and runs one invocation at a
 * time.
 */
import { existsSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";

const [folder, handlerName, shared] = z
  .tuple([z.string(), z.string(), z.instanceof(SharedArrayBuffer)])
  .parse(workerData);
const offset = new Float64Array(shared);

/** Replaces the machine's clock by the stack's. Only calls that ask for the present are shifted. */
const RealDate = Date;
const now = () => RealDate.now() + (offset[0] ?? 0);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === "now" ? now : Reflect.get(target, property, receiver)),
});
RealDate.prototype.constructor = globalThis.Date;

type Handler = (event: unknown, context: unknown) => unknown;

/**
 * The same bundle starts in every environment of every stack: its compiled code is kept on disk, also when a stack is
 * killed.
 */
enableCompileCache(join(import.meta.dirname, "..", ".cache", "compiled"));

async function load(): Promise<Handler> {
  const [file = "", name = ""] = handlerName.split(".");
  const path = [".js", ".mjs", ".cjs"].map((ending) => join(folder, file + ending)).find(existsSync);
  if (!path) throw new Error(`Runtime.ImportModuleError: no ${file} in the bundle`);
  const loaded = await import(pathToFileURL(path).href);
  const handler: unknown = loaded.default?.[name] ?? loaded[name];
  if (typeof handler !== "function") throw new Error(`Runtime.HandlerNotFound: ${handlerName}`);
  return (event, context) => handler(event, context);
}

const invocation = z.object({ event: z.unknown(), context: z.record(z.string(), z.unknown()), limitMs: z.number() });

async function serve(): Promise<void> {
  const handler = await load();
  parentPort?.on("message", async (message) => {
    const { event, context, limitMs } = invocation.parse(message);
    const until = performance.now() + limitMs;
    try {
      const result = await handler(event, {
        ...context,
        getRemainingTimeInMillis: () => Math.max(0, until - performance.now()),
      });
      // Only what JSON can carry is returned, as in the cloud.
      parentPort?.postMessage({
        said: "result",
        value: result === undefined ? null : JSON.parse(JSON.stringify(result)),
      });
    } catch (failure) {
      const { name, message, stack } = failure instanceof Error ? failure : new Error(String(failure));
      process.stderr.write(`${stack ?? message}\n`);
      parentPort?.postMessage({ said: "failure", message: `${name}: ${message}` });
    }
  });
  parentPort?.postMessage({ said: "ready" });
  flushCompileCache();
}

await serve();
