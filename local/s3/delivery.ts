import { setTimeout as wait } from "node:timers/promises";
import type { BucketNotification } from "./entries.ts";
import type { ObjectStore } from "./object-store.ts";

export interface Delivery {
  /** Starts the deliveries that are due and not under way; call it when one may have become due. */
  wake(): void;
  /**
   * Ends the retries and returns once no call of `notify` is under way. What was not delivered stays in the journal.
   */
  stop(): Promise<void>;
}

const retryMilliseconds = 500;

/**
 * Returns the delivery of the notifications that are due in a store, which each call of `wake` starts. A notification
 * is passed to `notify`, in any order and at least once, and is removed from the store once `notify` resolves. If
 * `notify` rejects, it is called again after half a second, until `stop`.
 */
export function startDelivery(store: ObjectStore, notify: (due: BucketNotification) => Promise<void>): Delivery {
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  async function deliver(id: string, notification: BucketNotification): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await notify(notification);
        await store.commit(() => ({ entries: [{ type: "notification", id, value: null }], result: undefined }));
        return;
      } catch {
        await wait(retryMilliseconds, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  function wake(): void {
    for (const [id, notification] of store.state.due) {
      if (underWay.has(id)) continue;
      const delivering = deliver(id, notification).finally(() => underWay.delete(id));
      underWay.set(id, delivering);
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await Promise.all(underWay.values());
  }

  return { wake, stop };
}
