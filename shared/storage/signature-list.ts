import * as z from "zod";
import { waitingFor } from "../domain/frozen-documents.ts";
import { documentKinds } from "../domain/issued-documents.ts";
import { queueKeyOf, toSignKeyOf } from "./claim-keys.ts";
import type { Table, Write } from "./dynamodb.ts";
import { queuePage } from "./queue-page.ts";

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
});

/** A document as the lists of documents to sign show it. */
export type ToSign = z.output<typeof stored>;
export type WaitingFor = ToSign["waitsFor"];

/** A position on such a list. */
export type ToSignPosition = Pick<ToSign, "day" | "claimId" | "seq">;

const orderOf = ({ day, claimId, seq }: ToSignPosition): string => `${day}#${claimId}#${String(seq).padStart(5, "0")}`;

/** Returns the document of an item of a case's partition if it is on a list; empty otherwise. */
export function toSignOf(item: Record<string, unknown>): readonly ToSign[] {
  return "queueKey" in item ? [stored.parse(item)] : [];
}

/**
 * Returns the writes that change the lists of an office from what they showed of a case (`before`) to exactly what
 * waits in it (`waiting`), by `seq`; empty if nothing differs. They go with the write that changed it.
 * @param name the table's
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
    ...gone.map(
      ({ claimId, seq }): Write => ({
        Update: {
          TableName: name,
          Key: { ...toSignKeyOf(claimId, seq) },
          UpdateExpression: "REMOVE queueKey, queueOrder",
        },
      }),
    ),
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
 * Returns at most `limit` documents of one list of an office, the oldest day first, those after the position `after` if
 * it is given; empty if there are none.
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
