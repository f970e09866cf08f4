import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, root } from "../../local/stack.ts";

/**
 * A whole stack as a process of its own, always at one address and on one state, that can be killed without warning.
 */
export interface MortalStack {
  readonly origin: string;
  start(): Promise<void>;
  /**
   * Ends it with `kill -9`: it finishes nothing.
   * @param how `database` also kills its table server, which in the cloud would go on
   */
  kill(how?: { readonly database: boolean }): Promise<void>;
  /** Ends it in order, and deletes its state. */
  remove(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

export async function mortalStack(): Promise<MortalStack> {
  const state = mkdtempSync(join(tmpdir(), "caudal-mortal-"));
  const port = await freePort();
  let running: ChildProcess | undefined;
  let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
  const start = async (): Promise<void> => {
    // A database that was killed leaves its data to the next one.
    database ??= await openDatabase(state, () => {});
    const program = join(import.meta.dirname, "stack-process.ts");
    const child = spawn(process.execPath, [program, state, String(port), database.endpoint], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, ".cache", "compiled") },
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once("data", () => resolve());
      child.once("exit", (code) => reject(new Error(`the stack ended with ${code}`)));
    });
    running = child;
  };
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    const child = running;
    if (!child) return;
    running = undefined;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill(signal);
    });
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    start,
    kill: async (how = { database: false }) => {
      const ending = end("SIGKILL");
      if (how.database) {
        process.kill(Number(readFileSync(join(state, "dynamodb", "pid"), "utf8")), "SIGKILL");
        database = undefined;
      }
      await ending;
    },
    remove: async () => {
      await end("SIGTERM");
      await database?.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
