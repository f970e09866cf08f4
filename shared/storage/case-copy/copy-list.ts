import * as z from "zod";
import { type CopyByPost, spokenTypes } from "../../domain/delivery/copies-by-post.ts";
import type { CaseHead } from "../case/case-head.ts";
import { copiesKeyOf, queueKeyOf } from "../case/claim-keys.ts";
import type { Table, Write } from "../dynamodb.ts";
import { queuePage } from "../queue-page.ts";

const stored = z.object({
  claimId: z.string(),
  code: z.string(),
  claimantName: z.string(),
  /** The address. */
  to: z.string(),
  copies: z.array(z.object({ of: z.number(), type: z.enum(spokenTypes), since: z.string() })),
});

/** A claim with copies to post, as the list of them shows it. */
export type ListedCopies = z.output<typeof stored>;

/**
 * Returns the write after which an office's list of copies to post has, of a case, exactly `copies`, the oldest first,
 * to be posted to the address `to`; without any, the case is not on the list. Writes nothing.
 */
export function listedCopiesWrite(
  { name }: Table,
  { claimId, code, claimantName, office }: CaseHead,
  to: string,
  copies: readonly CopyByPost[],
): Write {
  const [oldest] = copies;
  const Key = { ...copiesKeyOf(claimId) };
  const rows = copies.map(({ of, type, since }) => ({ of, type, since }));
  const queueKey = queueKeyOf(office, "copies-to-post");
  const listed = oldest && { queueKey, queueOrder: `${oldest.since}#${claimId}` };
  return { Put: { TableName: name, Item: { ...Key, claimId, code, claimantName, to, copies: rows, ...listed } } };
}

/** Returns at most `limit` claims of an office with copies to post, the one with the oldest first. Reads no case. */
export async function listCopies(table: Table, office: string, limit: number): Promise<readonly ListedCopies[]> {
  const items = await queuePage(table, office, "copies-to-post", limit);
  return items.map((item) => stored.parse(item));
}
