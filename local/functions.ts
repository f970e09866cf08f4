import { randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import { arnOf } from "./cloud.ts";
import { ignored, nameOf, type Resource } from "./resources.ts";
import type { Assembly } from "./templates.ts";

export type Invoked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: "failed" | "timed-out"; readonly message: string };

export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Runs one event; waits for a place when every environment is taken. */
  invoke(event: unknown): Promise<Invoked>;
  stop(): Promise<void>;
}

interface Around {
  /** Variables every function gets: region, credentials, endpoints. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: SharedArrayBuffer;
  readonly logs: string;
  say(line: string): void;
}

/** Execution environments of one function at once: each is a whole module graph in memory. */
const places = 3;
const initLimitMs = 10_000;

const definition = z.strictObject({
  Runtime: z.literal("nodejs24.x"),
  Handler: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Code: ignored,
  FunctionName: ignored,
  Role: ignored,
  Architectures: ignored,
  LoggingConfig: ignored,
  Description: ignored,
  TracingConfig: ignored,
  ReservedConcurrentExecutions: ignored,
  RecursiveLoop: ignored,
  Tags: ignored,
});

/** The functions of the templates, each from its asset as it would be deployed. */
export function openFunctions(assembly: Assembly, around: Around): readonly LocalFunction[] {
  mkdirSync(around.logs, { recursive: true });
  return assembly
    .of("AWS::Lambda::Function")
    .map((resource) => openFunction(resource, assembly.properties(resource), around));
}

export function openFunction(resource: Resource, properties: unknown, around: Around): LocalFunction {
  const { Handler, Environment, Timeout, MemorySize } = definition.parse(properties);
  const name = nameOf(resource);
  const folder = resource.assetFolder;
  if (!folder) throw new Error(`${resource.stack}.${resource.id}: a function without an asset cannot run here`);
  const arn = arnOf("lambda", `function:${name}`);
  const environment = Environment?.Variables ?? {};
  const log = createWriteStream(join(around.logs, `${name}.log`), { flags: "a" });
  const context = {
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: arn,
    memoryLimitInMB: String(MemorySize),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
  };
  const start = () => {
    const worker = new Worker(new URL("./sandbox.ts", import.meta.url), {
      workerData: [folder, Handler, around.clock],
      env: {
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
        TZ: ":UTC",
        ...around.environment,
        ...environment,
      },
      resourceLimits: { maxOldGenerationSizeMb: Math.floor(MemorySize * 0.9) },
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) record(stream, log, (line) => around.say(`${name}: ${line}`));
    return worker;
  };
  const pool = openPool(start);
  return {
    name,
    arn,
    environment,
    invoke: async (event) => {
      const taken = await pool.take();
      if ("ok" in taken) return taken;
      const answered = answer(taken, Timeout * 1000);
      taken.postMessage({ event, context: { ...context, awsRequestId: randomUUID() }, limitMs: Timeout * 1000 });
      const reply = await answered;
      await pool.giveBack(taken, reply.said === "nothing");
      if (reply.said === "result") return { ok: true, value: reply.value };
      const message = "message" in reply ? reply.message : "it never answered";
      return { ok: false, error: "error" in reply ? reply.error : "failed", message };
    },
    stop: async () => {
      await pool.stop();
      log.end();
    },
  };
}

interface Pool {
  take(): Promise<Worker | (Invoked & { ok: false })>;
  giveBack(worker: Worker, gone: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Environments by need, at most `places`, each used again when free; who finds none waits in line. */
function openPool(start: () => Worker): Pool {
  const idle = new Set<Worker>();
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let stopped = false;
  const leave = (worker: Worker) => {
    idle.delete(worker);
    all.delete(worker);
    waiting.shift()?.();
  };
  return {
    take: async () => {
      while (idle.size === 0 && all.size >= places) await new Promise<void>((free) => waiting.push(free));
      if (stopped) return { ok: false, error: "failed", message: "the stack is stopping" };
      const [free] = idle;
      if (free) {
        idle.delete(free);
        return free;
      }
      const worker = start();
      all.add(worker);
      // Also when it dies between two invocations: nobody else listens then.
      worker.on("error", () => {}).on("exit", () => leave(worker));
      const reply = await answer(worker, initLimitMs);
      if (reply.said === "ready") return worker;
      await worker.terminate();
      return {
        ok: false,
        error: "failed",
        message: "message" in reply ? reply.message : "it answered before it was asked",
      };
    },
    giveBack: async (worker, gone) => {
      if (gone) await worker.terminate();
      else if (all.has(worker)) {
        idle.add(worker);
        waiting.shift()?.();
      }
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

const word = z.discriminatedUnion("said", [
  z.object({ said: z.literal("ready") }),
  z.object({ said: z.literal("result"), value: z.unknown() }),
  z.object({ said: z.literal("failure"), message: z.string() }),
]);
/** What an environment said, or that it said nothing: it died or its time was up. */
type Reply =
  | z.output<typeof word>
  | { readonly said: "nothing"; readonly error: "failed" | "timed-out"; readonly message: string };

/** The next word of an environment, or how it went silent. */
function answer(worker: Worker, limitMs: number): Promise<Reply> {
  return new Promise((done) => {
    const finish = (reply: Reply) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      done(reply);
    };
    const onMessage = (message: unknown) => finish(word.parse(message));
    const onError = (failure: unknown) =>
      finish({ said: "nothing", error: "failed", message: `Runtime.ExitError: ${String(failure)}` });
    const onExit = () =>
      finish({ said: "nothing", error: "failed", message: "Runtime.ExitError: the environment ended" });
    const timer = setTimeout(
      () => finish({ said: "nothing", error: "timed-out", message: `Task timed out after ${limitMs / 1000} seconds` }),
      limitMs,
    );
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

const shownLength = 160;

function record(stream: NodeJS.ReadableStream, log: WriteStream, say: (line: string) => void): void {
  let rest = "";
  stream.on("data", (chunk) => {
    log.write(chunk);
    const lines = `${rest}${String(chunk)}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) say(line.slice(0, shownLength));
  });
}
