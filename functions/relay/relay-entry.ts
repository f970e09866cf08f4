import { type PublishDeps, publishEntry } from "../../shared/casework/publish-entry.ts";
import { undeliveredIn } from "../../shared/storage/outbox.ts";

/** Tells the queues of what an item of the stream has to tell, if anything. */
export const relayEntry =
  (deliveries: PublishDeps) =>
  async (image: unknown): Promise<void> => {
    const entry = undeliveredIn(image);
    if (entry) await publishEntry(deliveries, entry);
  };
