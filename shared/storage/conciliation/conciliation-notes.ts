import * as z from "zod";
import { headKeyOf } from "../case/claim-keys.ts";
import type { Table, Write } from "../dynamodb.ts";

/** What who conciliates keeps for themselves: how far the company may go, and an offer that was not sent yet. */
export interface ConciliationNotes {
  /** How far the company may go. */
  readonly margin: string;
  /** An offer that was not sent yet. */
  readonly proposal: string;
  readonly savedAt: string;
  readonly by: string;
}

const storedNotes = z.object({ margin: z.string(), proposal: z.string(), savedAt: z.string(), by: z.string() });

/** Returns the notes that a stored item holds. Throws if the item holds none. */
export function conciliationNotesOf(item: unknown): ConciliationNotes {
  return storedNotes.parse(item);
}

/**
 * Returns the write that saves a case's notes in place of `before`, the notes that were read. The write is refused if
 * the stored notes are others than `before`, by `savedAt`. If `before` is undefined, the write is refused if the case
 * has any notes.
 */
export function conciliationNotesWrite(
  { name }: Table,
  claimId: string,
  notes: ConciliationNotes,
  before: ConciliationNotes | undefined,
): Write {
  return {
    Put: {
      TableName: name,
      Item: { pk: headKeyOf(claimId).pk, sk: "MARGIN", ...notes },
      ConditionExpression: before ? "savedAt = :before" : "attribute_not_exists(pk)",
      ...(before && { ExpressionAttributeValues: { ":before": before.savedAt } }),
    },
  };
}
