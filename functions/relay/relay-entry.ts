import { type Deliveries, deliver } from "../../shared/casework/deliver.ts";
import { undeliveredIn } from "../../shared/storage/outbox.ts";

/** Tells the queues of what an item of the stream has to tell, if anything. */
export const relayEntry =
  (deliveries: Deliveries) =>
  async (image: unknown): Promise<void> => {
    const entry = undeliveredIn(image);
    if (entry) await deliver(deliveries, entry);
  };
