import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A whole stack as a process of its own, at one address and on one state, so that it can be killed without a word. */
export interface MortalStack {
  readonly origin: string;
  start(): Promise<void>;
  /** `kill -9`: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** Ends it in order, with the store a killed one left behind, and removes its state. */
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
  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "stack-process.ts"), state, String(port)], {
      stdio: ["ignore", "pipe", "inherit"],
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
    kill: () => end("SIGKILL"),
    remove: async () => {
      if (!running) await start();
      await end("SIGTERM");
      rmSync(state, { recursive: true, force: true });
    },
  };
}
