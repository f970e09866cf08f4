import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";

/** How much one piece of work on a hostile file may take. */
export interface Limits {
  /** Of a processor: how busy the machine is otherwise does not count. */
  readonly cpuSeconds: number;
  /** By the clock, whatever it does. */
  readonly seconds: number;
  /** Of the thread's own objects; what its libraries hold besides is bounded by the thread itself. */
  readonly heapMb: number;
}

/** Stands beside the bundle as its source stands beside this file. */
const thread = join(import.meta.dirname, `check-thread${extname(import.meta.filename)}`);

/**
 * Does a piece of work on a file in a thread of its own, which ends with it: whatever the file does to its reader, it does
 * there. Answers what it said, until it was done, ran out of time or memory, or broke down.
 */
export function runInWorkerThread(task: unknown, { cpuSeconds, seconds, heapMb }: Limits): Promise<readonly unknown[]> {
  return new Promise((answer) => {
    const worker = new Worker(thread, {
      workerData: task,
      // It reads a file and answers: no names of stores, no credentials.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
      stdout: true,
      stderr: true,
    });
    const said: unknown[] = [];
    const finish = () => {
      clearTimeout(timer);
      clearInterval(watch);
      answer(said);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(), seconds * 1000);
    const watch = setInterval(async () => {
      // One that has just ended has no usage to tell.
      const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
      if (user + system > cpuSeconds * 1_000_000) finish();
    }, 200);
    worker
      .on("message", (one) => said.push(one))
      .once("error", () => finish())
      .once("exit", () => finish());
  });
}
