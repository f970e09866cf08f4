import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";

/** The limits of one piece of work on a file that may be hostile. */
export interface Limits {
  /** Processor time: how busy the machine is otherwise does not count. */
  readonly cpuSeconds: number;
  /** Time by the clock. */
  readonly seconds: number;
  /** The thread's own heap; the thread itself limits what its libraries hold besides. */
  readonly heapMb: number;
}

/** The thread's file is beside the bundle, as its source is beside this file. */
const thread = join(import.meta.dirname, `check-thread${extname(import.meta.filename)}`);

/**
 * Runs `task` in a thread of its own, so that a hostile file harms only that thread. Stops the thread if it goes over a
 * limit. Returns the messages that it posted until it ended, failed or was stopped. Never rejects.
 */
export function runInWorkerThread(task: unknown, { cpuSeconds, seconds, heapMb }: Limits): Promise<readonly unknown[]> {
  return new Promise((answer) => {
    const worker = new Worker(thread, {
      workerData: task,
      // The thread only reads a file and answers, so it gets no names of stores and no credentials.
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
      // A thread that has just ended has no usage to report.
      const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
      if (user + system > cpuSeconds * 1_000_000) finish();
    }, 200);
    worker
      .on("message", (one) => said.push(one))
      .once("error", () => finish())
      .once("exit", () => finish());
  });
}
