import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import { arnOf } from "./cloud.ts";
import { answerOf, type Environments, openEnvironments } from "./environments.ts";
import { openFunctionLog } from "./function-log.ts";
import { ignored, type Resource } from "./resources.ts";
import type { Assembly } from "./templates.ts";

export type Invoked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: "failed" | "timed-out"; readonly message: string };

export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  /** The variables that its template sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs one event; waits while every environment is taken. A failure is a value, not a throw. */
  invoke(event: unknown): Promise<Invoked>;
  stop(): Promise<void>;
}

interface Around {
  /** Variables that every function gets: region, credentials, endpoints. */
  readonly environment: Readonly<Record<string, string>>;
  /** One double: the milliseconds the stack's clock is ahead of real time. */
  readonly clock: SharedArrayBuffer;
  /** The folder of the functions' logs, a file for each. */
  readonly logs: string;
  say(line: string): void;
  /**
   * Returns the folder of another release's bundle that answers for a function now; undefined for the templates' own.
   * Asked at each event, so that a function can change its release while it runs.
   */
  readonly otherBundle?: ((name: string) => string | undefined) | undefined;
  /** The tables, buckets and queues of all functions: another release's version has those that its template gave. */
  readonly resources?: Readonly<Record<string, string>>;
}

/** The properties that a function's template may have. */
export const functionProperties = z.strictObject({
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

/**
 * Returns the function whose name or ARN is `called`, with or without the alias `:live`; undefined if there is none.
 */
export function functionAt(functions: readonly LocalFunction[], called: string | undefined): LocalFunction | undefined {
  const unaliased = called?.replace(/:live$/, "");
  return functions.find(({ name, arn }) => unaliased === name || unaliased === arn);
}

/**
 * Opens the functions of the templates, each from the folder of its asset. A function starts to run with its first
 * event. Creates the folder `logs`.
 * @throws if a template has a property that is not known here, or if a function has no asset
 */
export function openFunctions(assembly: Assembly, around: Around): readonly LocalFunction[] {
  mkdirSync(around.logs, { recursive: true });
  const read = assembly
    .of("AWS::Lambda::Function")
    .map((resource) => [resource, assembly.read(resource, functionProperties)] as const);
  const variables = read.flatMap(([, { Environment }]) => Object.entries(Environment?.Variables ?? {}));
  const resources = Object.fromEntries(variables.filter(([name]) => /^(TABLE|BUCKET|QUEUE)_/.test(name)));
  return read.map(([resource, properties]) => openFunction(resource, properties, { ...around, resources }));
}

export function openFunction(
  resource: Resource,
  properties: z.output<typeof functionProperties>,
  around: Around,
): LocalFunction {
  const { Handler, Environment, Timeout, MemorySize } = properties;
  const name = resource.name;
  const folder = resource.assetFolder;
  if (!folder) throw new Error(`${resource.stack}.${resource.id}: a function without an asset cannot run here`);
  const arn = arnOf("lambda", `function:${name}`);
  const environment = Environment?.Variables ?? {};
  const now = () => new Date(Date.now() + (new Float64Array(around.clock)[0] ?? 0)).toISOString();
  const log = openFunctionLog(join(around.logs, `${name}.log`), (line) => around.say(`${name}: ${line}`), now);
  const context = {
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: arn,
    memoryLimitInMB: String(MemorySize),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
  };
  const start = (bundle: string) => {
    const worker = new Worker(new URL("./sandbox.ts", import.meta.url), {
      workerData: [bundle, Handler, around.clock],
      env: {
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
        TZ: ":UTC",
        // What a function asks of the stores bears its name.
        AWS_SDK_UA_APP_ID: name,
        // The office's clock is moved and the stores' is not: the SDK would take each refusal for its own clock's
        // fault, and ask three times more.
        AWS_DISABLE_CLOCK_SKEW_CORRECTION: "true",
        ...around.environment,
        ...(bundle !== folder && around.resources),
        ...environment,
      },
      resourceLimits: { maxOldGenerationSizeMb: Math.floor(MemorySize * 0.9) },
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) log.record(stream);
    return worker;
  };
  const releases = new Map<string, Environments>();
  const environmentsOf = (bundle: string): Environments => {
    const opened = releases.get(bundle) ?? openEnvironments(() => start(bundle));
    releases.set(bundle, opened);
    return opened;
  };
  return {
    name,
    arn,
    environment,
    invoke: async (event) => {
      const environments = environmentsOf(around.otherBundle?.(name) ?? folder);
      const taken = await environments.take();
      if ("error" in taken) return { ok: false, ...taken };
      const answered = answerOf(taken, Timeout * 1000);
      taken.postMessage({ event, context: { ...context, awsRequestId: randomUUID() }, limitMs: Timeout * 1000 });
      const reply = await answered;
      await environments.giveBack(taken, "error" in reply);
      if ("error" in reply) return { ok: false, ...reply };
      if (reply.said === "result") return { ok: true, value: reply.value };
      return { ok: false, error: "failed", message: reply.said === "failure" ? reply.message : "it never answered" };
    },
    stop: async () => {
      await Promise.all([...releases.values()].map((one) => one.stop()));
      log.end();
    },
  };
}
