import * as z from "zod";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";
import { documentKinds } from "../../domain/case/issued-documents.ts";
import { waitingFor } from "../../domain/resolution/frozen-documents.ts";
import { queueKeyOf, toSignKeyOf } from "../case/claim-keys.ts";
import type { Table, Write } from "../dynamodb.ts";
import { queuePage } from "../queue-page.ts";

const stored = z.object({
  claimId: z.string(),
  /** The entry that sent it to signature. */
  seq: z.number(),
  code: z.string(),
  claimantName: z.string(),
  kind: z.enum(documentKinds),
  number: z.string(),
  documentId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  frozenAt: z.string(),
  preparedBy: z.array(z.string()),
  waitsFor: z.enum(waitingFor),
  /** Who said that they signed it on paper, and the file of the scan, while somebody else must check it. */
  claimedBy: z.string().optional(),
  scanId: z.string().optional(),
  /** The day it is listed by, and whether that is the last of a term. */
  day: z.string(),
  isTerm: z.boolean(),
  /** Of a resolution, what it decides; absent in items written before results were listed. */
  result: z
    .object({
      outcome: z.enum(resolutionOutcomes),
      /** What the receipts it decides about come to as billed and as decided, in céntimos; absent if there are none. */
      amounts: z.object({ before: z.number(), after: z.number() }).optional(),
    })
    .optional(),
});

/** A document as the lists of documents to sign show it. */
export type ToSign = z.output<typeof stored>;
export type WaitingFor = ToSign["waitsFor"];

/** The position of a document on a list of documents to sign, which sorts by day, then claim, then entry. */
export type ToSignPosition = Pick<ToSign, "day" | "claimId" | "seq">;

const orderOf = ({ day, claimId, seq }: ToSignPosition): string => `${day}#${claimId}#${String(seq).padStart(5, "0")}`;

/**
 * Returns the document to sign that an item of a case's partition stores, as the only element of an array. If the item
 * is on no list of documents to sign, the array is empty.
 */
export function toSignOf(item: Record<string, unknown>): readonly ToSign[] {
  return "queueKey" in item ? [stored.parse(item)] : [];
}

/**
 * Returns the writes that change an office's lists of documents to sign, for one case, from `before` to exactly
 * `waiting`; empty if nothing differs. The caller makes them in the transaction that changes the case.
 * @param name the name of the claims table
 * @param before what the lists have of the case now
 */
export function toSignWrites(
  name: string,
  office: string,
  before: readonly ToSign[],
  waiting: readonly ToSign[],
): readonly Write[] {
  const isSame = (one: ToSign, other: ToSign) =>
    JSON.stringify(stored.parse(one)) === JSON.stringify(stored.parse(other));
  const gone = before.filter(({ seq }) => !waiting.some((one) => one.seq === seq));
  const changed = waiting.filter((one) => !before.some((other) => isSame(one, other)));
  return [
    ...gone.map((one): Write => ({ Put: { TableName: name, Item: { ...toSignKeyOf(one.claimId, one.seq), ...one } } })),
    ...changed.map(
      (one): Write => ({
        Put: {
          TableName: name,
          Item: {
            ...toSignKeyOf(one.claimId, one.seq),
            ...one,
            queueKey: queueKeyOf(office, listOf[one.waitsFor]),
            queueOrder: orderOf(one),
          },
        },
      }),
    ),
  ];
}

const listOf = { signature: "signatures", "second-look": "second-looks" } as const;

/**
 * Returns at most `limit` documents of the list `waitsFor` of an office, the earliest `day` first; empty if there are
 * none. With `after`, returns only documents after that position.
 */
export async function listToSign(
  table: Table,
  office: string,
  waitsFor: WaitingFor,
  limit: number,
  after?: ToSignPosition,
): Promise<readonly ToSign[]> {
  const items = await queuePage(table, office, listOf[waitsFor], limit, after && orderOf(after));
  return items.map((item) => stored.parse(item));
}
