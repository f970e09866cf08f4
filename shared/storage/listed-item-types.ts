import type { ItemType } from "./item-type.ts";

/** Every kind of item by which a claim stands on a list of the office besides its work list. */
export const listedItemTypes: readonly ItemType[] = [
  {
    table: "claims",
    pk: "CLAIM#{claimId}",
    sk: "QUEJA",
    what: "on the list of quejas while one waits",
    indexes: ["byQueue"],
    stores: ["caseFiles", "workLists"],
  },
  {
    table: "claims",
    pk: "CLAIM#{claimId}",
    sk: "POST",
    what: "the written copies of what its claimant said by telephone, while they are to be posted",
    indexes: ["byQueue"],
    stores: ["caseFiles", "workLists"],
  },
  {
    table: "claims",
    pk: "CLAIM#{claimId}",
    sk: "OVERRIDE",
    what: "on the list of overrides asked for while its draft waits for one",
    indexes: ["byQueue"],
    expires: true,
    stores: ["caseFiles", "workLists"],
  },
  {
    table: "claims",
    pk: "CLAIM#{claimId}",
    sk: "SIGN#{entry}",
    what: "what the entry sent to signature: listed while it waits for one, or for a second look at one on paper",
    indexes: ["byQueue"],
    stores: ["caseFiles", "workLists"],
  },
];
