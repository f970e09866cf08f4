import type { ItemType } from "./item-type.ts";

/** Every kind of item of the files that people send and of the pictures of the office's documents. */
export const fileItemTypes: readonly ItemType[] = [
  {
    table: "claims",
    pk: "UPLOAD#{uploadId}",
    sk: "UPLOAD",
    what: "an attachment announced, and how its check ended; listed while it is filed and not read",
    indexes: ["byQueue"],
    stores: ["uploads", "waitingAttachments"],
  },
  {
    table: "claims",
    pk: "PICTURES#{sha256}",
    sk: "PICTURES",
    what: "how many pages of a document of the office are drawn, or when its pictures were asked for",
    stores: ["documentPictures"],
  },
];
