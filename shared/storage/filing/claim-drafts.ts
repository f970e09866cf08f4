import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { keptDays } from "../../domain/register/retention.ts";
import { queried, type Table, type Write } from "../dynamodb.ts";

/** A claim being written, as it was typed; it is no claim yet. */
export interface ClaimDraft {
  readonly draftId: string;
  readonly savedAt: string;
  /** The instant from which it is not shown any more. */
  readonly expiresAt: string;
  readonly supplyCode?: string | undefined;
  readonly period?: string | undefined;
  readonly answers: Readonly<Record<string, z.core.util.JSONType>>;
}

/** The drafts of an account. The account is the partition, so no call can reach another's. */
export interface ClaimDrafts {
  /**
   * Saves a draft for 30 days from `now`, replacing the one with its id, and returns it with `savedAt` and `expiresAt`.
   */
  save(sub: string, draft: Omit<ClaimDraft, "savedAt" | "expiresAt">, now: string): Promise<ClaimDraft>;
  /** Returns a draft; `undefined` if there is none or its 30 days are over at `now`. */
  find(sub: string, draftId: string, now: string): Promise<ClaimDraft | undefined>;
  /** Returns the drafts whose 30 days are not over at `now`, the last saved first; empty if there are none. */
  list(sub: string, now: string): Promise<readonly ClaimDraft[]>;
  drop(sub: string, draftId: string): Promise<void>;
  /**
   * Returns the write that deletes a draft, for a transaction with others. It is never refused, even if there is no
   * such draft.
   */
  dropWrite(sub: string, draftId: string): Write;
}

const keptMilliseconds = keptDays.drafts * 86_400_000;

const answers = z.record(z.string(), z.json());
const stored = z.object({
  draftId: z.string(),
  savedAt: z.string(),
  endsAt: z.string(),
  supplyCode: z.string().optional(),
  period: z.string().optional(),
  answers: z.string(),
});

function draftOf(item: unknown): ClaimDraft {
  const { endsAt: expiresAt, ...draft } = stored.parse(item);
  return { ...draft, expiresAt, answers: answers.parse(JSON.parse(draft.answers)) };
}

export function openClaimDrafts(table: Table): ClaimDrafts {
  const { client, name } = table;
  const keyOf = (sub: string, draftId: string) => ({ pk: `ACCOUNT#${sub}`, sk: `DRAFT#${draftId}` });
  return {
    save: async (sub, written, now) => {
      const ends = Date.parse(now) + keptMilliseconds;
      const endsAt = new Date(ends).toISOString();
      const draft = { ...written, savedAt: now };
      // The table drops the item some time after `expiresAt`, in seconds; what counts is `endsAt`.
      const kept = { ...draft, answers: JSON.stringify(draft.answers), endsAt, expiresAt: Math.ceil(ends / 1000) };
      await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(sub, draft.draftId), ...kept } }));
      return { ...draft, expiresAt: endsAt };
    },
    find: async (sub, draftId, now) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: keyOf(sub, draftId), ConsistentRead: true }),
      );
      const draft = Item && draftOf(Item);
      return draft && draft.expiresAt > now ? draft : undefined;
    },
    list: async (sub, now) => {
      const items = await queried(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :draft)",
        ExpressionAttributeValues: { ":pk": `ACCOUNT#${sub}`, ":draft": "DRAFT#" },
        ConsistentRead: true,
      });
      const found = items.map(draftOf);
      return found
        .filter(({ expiresAt }) => expiresAt > now)
        .toSorted((a, b) => (a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1));
    },
    drop: async (sub, draftId) => {
      await client.send(new DeleteCommand({ TableName: name, Key: keyOf(sub, draftId) }));
    },
    dropWrite: (sub, draftId) => ({ Delete: { TableName: name, Key: keyOf(sub, draftId) } }),
  };
}
