import { waitAges } from "../../shared/casework/board/wait-ages.ts";
import { type PublishDeps, publishEntry } from "../../shared/casework/case/publish-entry.ts";
import type { Backlog, Waiting } from "../../shared/storage/check/outbox.ts";
import { log, logFailure } from "../runtime/log.ts";

export interface Redelivery extends PublishDeps {
  readonly backlog: Backlog;
  readonly now: () => string;
  /** `takenPerShard` if absent. */
  readonly perShard?: number;
}

/** How many entries of each shard one run takes. */
export const takenPerShard = 250;

/** Seconds that the relay itself may take: younger entries are on their way. */
export const graceSeconds = 120;

/**
 * Publishes to the queues each entry that has waited in the outbox for over two minutes, at most `perShard` of each of
 * its four shards. Logs `redelivered` with how many entries waited, how many failed, and the seconds that the oldest
 * waited (0 if none waited), and `outbox-late` if that is longer than `waitAges` allows. An entry that cannot be
 * published stays in the outbox; after publishing the rest, the run throws, for the alarm.
 */
export const redeliver = (redelivery: Redelivery) => async (): Promise<void> => {
  const { backlog, now, perShard = takenPerShard } = redelivery;
  const started = now();
  const waiting = await backlog.waiting(started, graceSeconds, perShard);
  const [oldest] = waiting.map(({ since }) => since).sort();
  let failed = 0;
  for (const one of waiting) {
    try {
      await republish(redelivery, one);
    } catch (failure) {
      failed += 1;
      logFailure("not-published", failure, { ...one.key });
    }
  }
  const oldestSeconds = oldest === undefined ? 0 : Math.round((Date.parse(started) - Date.parse(oldest)) / 1000);
  log(waiting.length > 0 ? "warn" : "info", "redelivered", { waiting: waiting.length, oldestSeconds, failed });
  if (oldestSeconds > waitAges.outbox.minutes * 60) log("warn", "outbox-late", { oldestSeconds });
  if (failed > 0) throw new Error(`${failed} of ${waiting.length} could not be published`);
};

async function republish(redelivery: Redelivery, { key }: Waiting): Promise<void> {
  const entry = await redelivery.backlog.find(key);
  if (entry) await publishEntry(redelivery, entry);
}
