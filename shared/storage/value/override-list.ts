import * as z from "zod";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { CaseHead } from "../case/case-head.ts";
import { overrideKeyOf, queueKeyOf } from "../case/claim-keys.ts";
import type { Table, Write } from "../dynamodb.ts";
import { queuePage } from "../queue-page.ts";

const stored = z.object({ claimId: z.string(), code: z.string(), claimantName: z.string(), askedOn: z.string() });

/** A claim with an override that was asked for, as the list of them shows it. */
export type ListedOverride = z.output<typeof stored>;

/** An override that was asked for: the day, and the instant. */
export interface AskedOverride {
  readonly on: CalendarDay;
  readonly at: string;
}

/** Longer than a claim may take to be decided: one that time or its claimant ended leaves the list by itself. */
const secondsListed = 90 * 86_400;

/**
 * Returns the write after which a case stands on its office's list of overrides that were asked for, or stands on it no
 * longer if `asked` is undefined.
 */
export function listedOverrideWrite(
  { name }: Table,
  { claimId, code, claimantName, office }: CaseHead,
  asked: AskedOverride | undefined,
): Write {
  const Key = { ...overrideKeyOf(claimId) };
  if (!asked) return { Put: { TableName: name, Item: Key } };
  const { on: askedOn, at } = asked;
  const listed = { queueKey: queueKeyOf(office, "overrides-asked"), queueOrder: `${askedOn}#${claimId}` };
  const expiresAt = Math.floor(Date.parse(at) / 1000) + secondsListed;
  return { Put: { TableName: name, Item: { ...Key, claimId, code, claimantName, askedOn, ...listed, expiresAt } } };
}

/** Returns at most `limit` claims of an office with an override that was asked for, the oldest first. */
export async function listOverrides(table: Table, office: string, limit: number): Promise<readonly ListedOverride[]> {
  const items = await queuePage(table, office, "overrides-asked", limit);
  return items.map((item) => stored.parse(item));
}
