/**
 * The attributes of a claim's head that a row of a list is made of. None of them changes with every entry. An index
 * cannot be changed, but most of them stand in the text of one (`packed-head.ts`), which takes another at its end.
 */
export const listedAttributes = [
  "claimId",
  "code",
  "supplyKey",
  "claimType",
  "channel",
  "filedAt",
  "filedOn",
  "claimantName",
  "owner",
  "handedOver",
  "steps",
  "amount",
  "risk",
  "hearing",
  "attachmentSince",
  "appointmentsWait",
] as const;

/** What the list of decisions that may be late, and the alerts of them, are made of. */
export const riskAttributes = [...listedAttributes, "copyRisk", "alerts"] as const;

/**
 * The two tables as plain data: infra makes them, the local stack and the tests read the same file. Keys are generic on
 * purpose (one partition per case file, account or supply); what each holds is documented in the store that writes it.
 */
export const tables = {
  /** Claims, accounts, drafts, submissions: a partition per case file or per account. */
  claims: {
    partitionKey: "pk",
    sortKey: "sk",
    timeToLive: "expiresAt",
    stream: true,
    indexes: {
      /** The desk's lists: an office and a queue, by legal day. Only what waits for somebody is in it. */
      byQueue: { partitionKey: "queueKey", sortKey: "queueOrder", projection: "ALL" },
      /** The claims of all these lists, by who owns them and then by legal day, with what a row of a list shows. */
      openByOwner: {
        partitionKey: "office",
        sortKey: "ownerOrder",
        projection: "INCLUDE",
        attributes: [...listedAttributes, "queueKey"],
      },
      /** The open claims to be worked on, and those that wait for others, each by legal day, with what a row shows. */
      openByDay: {
        partitionKey: "openIn",
        sortKey: "queueOrder",
        projection: "INCLUDE",
        attributes: [...listedAttributes, "queueKey"],
      },
      /** The same claims by the first day of their first risk; one without a risk is in none. */
      atRisk: { partitionKey: "openIn", sortKey: "riskFrom", projection: "INCLUDE", attributes: riskAttributes },
      /** The claims of a supply, in the order they were filed. */
      bySupply: { partitionKey: "supplyKey", sortKey: "claimId", projection: "KEYS_ONLY" },
      /**
       * The visits of an inspector on a day, in order; the claims whose decision is to be handed over, by their last
       * day.
       */
      byAgenda: { partitionKey: "agendaKey", sortKey: "agendaOrder", projection: "ALL" },
      /** What is not yet published to the queues: empty when all is well. */
      byUndelivered: { partitionKey: "undeliveredShard", sortKey: "undeliveredAt", projection: "KEYS_ONLY" },
    },
  },
  /** A partition per supply (receipts, payments, holds), per import, and per attempt counter. */
  billing: { partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAt", stream: false, indexes: {} },
} as const satisfies Record<string, TablePlan>;
export type TableName = keyof typeof tables;
export type IndexName = keyof (typeof tables)["claims"]["indexes"];

/** A sparse index: an item without its keys is not in it. All its keys are text. */
export interface IndexPlan {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** What an item's copy has: all of it, its keys alone, or its keys and `attributes`. */
  readonly projection: "ALL" | "KEYS_ONLY" | "INCLUDE";
  readonly attributes?: readonly string[];
}

export interface TablePlan {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly timeToLive: string;
  readonly stream: boolean;
  readonly indexes: Readonly<Record<string, IndexPlan>>;
}

/** Returns what an index bears of an item, in the words of DynamoDB. */
export function projectionOf({ projection, attributes }: IndexPlan) {
  return { ...(attributes && { NonKeyAttributes: [...attributes] }), ProjectionType: projection };
}
