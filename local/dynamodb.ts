import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { cannotStart } from "./cannot-start.ts";
import type { StoreProgram } from "./store-program.ts";

export interface DynamoDb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/**
 * Starts a server of DynamoDB's API on a free port and waits until it answers. If a killed stack left a server on the
 * same folder, ends that server first. Creates `folder` for the server's data, log and process id; with `inMemory`, no
 * data is stored.
 * @throws `CannotStart` if the program cannot be run, if it ends or does not answer within a minute, or if the server
 * left behind does not end
 */
export async function startDynamoDb(
  folder: string,
  program: StoreProgram,
  { inMemory = false } = {},
): Promise<DynamoDb> {
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, "pid");
  await endOrphan(pidFile, program);
  const port = await freePort();
  const log = openSync(join(folder, "server.log"), "w");
  const server = spawn(program.command, [...program.arguments(port, inMemory ? undefined : folder)], {
    ...(program.cwd !== undefined && { cwd: program.cwd }),
    stdio: ["ignore", log, log],
  });
  const failed = new Promise((resolve) => server.once("error", resolve));
  if (server.pid === undefined) throw cannotStart(`could not run ${program.command}: ${String(await failed)}`);
  writeFileSync(pidFile, String(server.pid));
  // A stack that ends by an error ends its database too; one that is killed leaves it running for the next start to
  // end.
  const end = () => void server.kill("SIGKILL");
  process.once("exit", end);
  server.once("exit", () => process.off("exit", end));
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, server, join(folder, "server.log"));
  if (!inMemory) program.prepare?.(folder);
  return {
    endpoint,
    stop: async () => {
      await ended(server, () => server.kill());
      rmSync(pidFile, { force: true });
    },
  };
}

/**
 * Ends the server that a killed stack left: the process of the pid file, if it still runs the program.
 * @throws `CannotStart` if it still runs after five seconds.
 */
async function endOrphan(pidFile: string, { mark }: StoreProgram): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  for (let tries = 0; commandOf(pid).includes(mark); tries++) {
    if (tries === 0) process.kill(pid, "SIGKILL");
    if (tries > 50) throw cannotStart(`the table server of an earlier run does not end: kill process ${pid}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/**
 * Returns the command line of a process: in Linux with NUL after each argument, elsewhere as `ps` prints it. Empty if
 * there is no such process or, in Linux, if it is a zombie.
 */
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
  throw cannotStart(`the table server did not start: see ${log}`);
}

/**
 * Whether the server lists its tables. It takes connections before it can serve, and its first calls fail while it
 * opens its data, so only a successful call counts.
 */
function listsTables(endpoint: string): Promise<boolean> {
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.ListTables",
    "x-amz-date": "20260101T000000Z",
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

/** Returns a port that nobody listens on now: neither program can choose one by itself. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => void probe.listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise((done) => void probe.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
