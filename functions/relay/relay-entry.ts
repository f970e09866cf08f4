import { type PublishDeps, publishEntry } from "../../shared/casework/publish-entry.ts";
import { undeliveredIn } from "../../shared/storage/outbox.ts";

/**
 * Publishes a table's item to the queues it is for and takes it out of the outbox, if it waits there; does nothing for
 * any other item or a deleted one. `image` is the item as the stream gives it.
 */
export const relayEntry =
  (deliveries: PublishDeps) =>
  async (image: unknown): Promise<void> => {
    const entry = undeliveredIn(image);
    if (entry) await publishEntry(deliveries, entry);
  };
