import { type PublishDeps, publishEntry } from "../../shared/casework/case/publish-entry.ts";
import { undeliveredIn } from "../../shared/storage/check/outbox.ts";
import { log } from "../runtime/log.ts";

/**
 * Publishes an item that waits in the outbox to its queues, takes it out of the outbox and logs `published` with its
 * trace. `image` is the item as the table's stream gives it. Does nothing if the item does not wait in the outbox or
 * was deleted.
 */
export const relayEntry =
  (deliveries: PublishDeps) =>
  async (image: unknown): Promise<void> => {
    const entry = undeliveredIn(image);
    if (!entry) return;
    await publishEntry(deliveries, entry);
    const { trace } = entry;
    log("info", "published", "claimId" in entry ? { trace, claimId: entry.claimId, seq: entry.seq } : { trace });
  };
