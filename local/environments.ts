import type { Worker } from "node:worker_threads";
import * as z from "zod";

/** The most execution environments of one function at once: each holds the whole module graph in memory. */
const mostEnvironments = 3;
/** Lambda gives ten seconds; a laptop that does other things too takes longer and is not broken. */
const initLimitMs = 30_000;

/** Why an environment gave no answer: `failed` if it died or the stack is stopping; `timed-out` if its time was up. */
export interface Silence {
  readonly error: "failed" | "timed-out";
  readonly message: string;
}

export interface Environments {
  /**
   * Returns a free environment, or a new one if there are fewer than three. If all three are taken, waits until one is
   * free. Returns a `Silence` if a new one dies or is not ready within thirty seconds, or if the stack is stopping.
   */
  take(): Promise<Worker | Silence>;
  /** Frees an environment for the next event. If `isLost`, because it failed or still runs, ends it instead. */
  giveBack(worker: Worker, isLost: boolean): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Opens the execution environments of one function: worker threads, at most three. `start` makes a thread when an event
 * comes and none is free; a thread that was given back serves again.
 */
export function openEnvironments(start: () => Worker): Environments {
  const idle = new Set<Worker>();
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let isStopped = false;
  const leave = (worker: Worker) => {
    idle.delete(worker);
    all.delete(worker);
    waiting.shift()?.();
  };
  return {
    take: async () => {
      while (idle.size === 0 && all.size >= mostEnvironments && !isStopped)
        await new Promise<void>((wake) => waiting.push(wake));
      if (isStopped) return { error: "failed", message: "the stack is stopping" };
      const [free] = idle;
      if (free && idle.delete(free)) return free;
      const worker = start();
      all.add(worker);
      // An environment can die between two invocations, when nobody else listens.
      worker.on("error", () => {}).on("exit", () => leave(worker));
      const reply = await answerOf(worker, initLimitMs);
      if ("said" in reply) return worker;
      await worker.terminate();
      return reply;
    },
    giveBack: async (worker, isLost) => {
      if (isLost) return void (await worker.terminate());
      if (all.has(worker)) idle.add(worker);
      waiting.shift()?.();
    },
    stop: async () => {
      isStopped = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

const answer = z.discriminatedUnion("said", [
  z.object({ said: z.literal("ready") }),
  z.object({ said: z.literal("result"), value: z.unknown() }),
  z.object({ said: z.literal("failure"), message: z.string() }),
]);

/**
 * Returns the next message of an environment, or a `Silence`: `failed` if the environment dies first, `timed-out` after
 * `limitMs`. An environment that timed out still runs, and the caller must end it. Call this before posting the event.
 * Never rejects: a message of another shape than `answer` is thrown as an uncaught exception of this process.
 */
export function answerOf(worker: Worker, limitMs: number): Promise<z.output<typeof answer> | Silence> {
  return new Promise((done) => {
    const finish = (reply: z.output<typeof answer> | Silence) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      done(reply);
    };
    const onMessage = (message: unknown) => finish(answer.parse(message));
    const onError = (failure: unknown) => finish({ error: "failed", message: `Runtime.ExitError: ${String(failure)}` });
    const onExit = () => finish({ error: "failed", message: "Runtime.ExitError: the environment ended" });
    const seconds = limitMs / 1000;
    const onTime = () => finish({ error: "timed-out", message: `Task timed out after ${seconds} seconds` });
    const timer = setTimeout(onTime, limitMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
