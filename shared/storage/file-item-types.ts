import type { ItemType } from "./item-type.ts";

/**
 * Every kind of item of the files that people send, of the pictures of documents, of copies of a case file, and of
 * checks.
 */
export const fileItemTypes: readonly ItemType[] = [
  {
    table: "claims",
    pk: "UPLOAD#{uploadId}",
    sk: "UPLOAD",
    what: "an attachment announced, and how its check ended; listed while it is filed and not read",
    indexes: ["byQueue"],
    stores: ["uploads", "waitingAttachments", "namedItems"],
  },
  {
    table: "claims",
    pk: "CHECKED#{office}",
    sk: "PLACE",
    what: "how far the check of the records of a night is, or that it is done, and what it found",
    stores: ["checkPlaces"],
  },
  {
    table: "claims",
    pk: "PICTURES#{sha256}",
    sk: "PICTURES",
    what: "how many pages of a document of the office are drawn, or when its pictures were asked for",
    stores: ["documentPictures"],
  },
  {
    table: "claims",
    pk: "EXPORTS#{claimId}",
    sk: "{copy}#{entry}#{day}",
    what: "a copy of the case file as it stood by an entry, and how far it is",
    expires: true,
    stores: ["caseExports"],
  },
  {
    table: "claims",
    pk: "EXPORT#{claimId}#{copy}#{entry}#{day}",
    sk: "P#{part}",
    what: "a bound part of such a copy: its pieces and their folios",
    expires: true,
    stores: ["caseExports"],
  },
];
