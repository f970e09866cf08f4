import { type PublishDeps, publishEntry } from "../../shared/casework/publish-entry.ts";
import type { Backlog, Waiting } from "../../shared/storage/outbox.ts";
import { log, logFailure } from "../runtime/log.ts";

export interface Redelivery extends PublishDeps {
  readonly backlog: Backlog;
  readonly now: () => string;
  /** How many of each shard one run takes. */
  readonly perShard: number;
}

/** The relay's own time: what is younger is on its way. */
const graceSeconds = 120;

/**
 * Tells what the relay has not told by now, and logs how many waited and how long the oldest did. What cannot be told
 * stays and the others go on; the run then fails, for the alarm to see.
 */
export const redeliver = (redelivery: Redelivery) => async (): Promise<void> => {
  const started = redelivery.now();
  const waiting = await redelivery.backlog.waiting(started, graceSeconds, redelivery.perShard);
  const [oldest] = waiting.map(({ since }) => since).sort();
  let failed = 0;
  for (const one of waiting) {
    try {
      await republish(redelivery, one);
    } catch (failure) {
      failed += 1;
      logFailure("not-notified", failure, { ...one.key });
    }
  }
  const oldestSeconds = oldest === undefined ? 0 : Math.round((Date.parse(started) - Date.parse(oldest)) / 1000);
  log(waiting.length > 0 ? "warn" : "info", "redelivered", { waiting: waiting.length, oldestSeconds, failed });
  if (failed > 0) throw new Error(`${failed} of ${waiting.length} could not be told`);
};

async function republish(redelivery: Redelivery, { key }: Waiting): Promise<void> {
  const entry = await redelivery.backlog.find(key);
  if (entry) await publishEntry(redelivery, entry);
}
