import type { ItemType } from "../item-type.ts";

/** Every kind of item of the atypical readings. */
export const readingItemTypes: readonly ItemType[] = [
  {
    table: "claims",
    pk: "READING#{readingId}",
    sk: "READING",
    what: "an atypical reading before its receipt is issued, with its notices and visits; listed while it is open, and once it is over for its retention; its visit is in the inspectors' day",
    indexes: ["byQueue", "byAgenda"],
    stores: ["agenda", "atypicalReadings", "controlledReadings", "foundReadings"],
  },
];
