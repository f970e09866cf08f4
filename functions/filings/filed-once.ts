import type { showFiling } from "../../shared/contract/filing-routes.ts";
import { type Answer, type RefusalKind, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import type { NewFiling } from "../../shared/storage/filings.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

const tries = 8;

/** A filing to be written, and what goes along or not at all. */
export interface PreparedFiling {
  readonly filing: NewFiling;
  readonly also: readonly Write[];
}

/**
 * Files what `prepare` makes: its number, itself and its papers in one transaction. A key seen before answers what it
 * made; somebody drawing the same number, or the check of a paper ending meanwhile, makes it prepare again.
 */
export async function filedOnce<Kind extends RefusalKind>(
  desk: FilingsDesk,
  { write, now }: { readonly write: WriteKey; readonly now: string },
  prepare: () => Promise<Answer<PreparedFiling, Kind>>,
): Promise<Answer<AnswerOf<typeof showFiling>, Kind | "write-key-used" | "busy">> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const made = await madeBefore(desk, write, now);
    if (made) return made;
    const prepared = await prepare();
    // What it refused may be what the same write did a moment ago.
    if (!prepared.ok) return (await madeBefore(desk, write, now)) ?? prepared;
    const { filing, also } = prepared.value;
    const { done } = await desk.transact([...desk.filings.file(filing, write), ...also]);
    if (done) return ok(filingView({ ...filing, entries: [] }, desk.tenant, now));
  }
  return refused("busy");
}

async function madeBefore({ filings, tenant }: FilingsDesk, write: WriteKey, now: string) {
  const made = await filings.ofRequest(write.key);
  if (!made) return undefined;
  if (made.contentHash !== write.contentHash) return refused("write-key-used");
  const filing = await filings.find(made.filingId);
  return filing && ok(filingView(filing, tenant, now));
}
