import type { showFiling } from "../../shared/contract/filing-routes.ts";
import { type Answer, type Refusal, type RefusalKind, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import type { FilingRecord, FilingStep } from "../../shared/storage/filings.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

const tries = 6;

/** A step of a filing, and what is written with it or not at all. */
export interface DecidedStep {
  readonly step: FilingStep;
  readonly also?: readonly Write[];
}

/** Whether a write took its step before: it did, its key was another's, or neither. */
export function takenBefore(
  { entries }: FilingRecord,
  { key, contentHash }: WriteKey,
): true | Refusal<"write-key-used"> | undefined {
  const before = entries.find(({ write }) => write?.key === key)?.write;
  return before && (before.contentHash === contentHash || refused("write-key-used"));
}

/** A step that says which write took it. */
export function markedStep(step: FilingStep, { key, contentHash }: WriteKey): FilingStep {
  return { ...step, entry: { ...step.entry, write: { key, contentHash } } };
}

/**
 * Takes the step that `decide` makes of a filing as it is now, once for its write: sent again it answers the filing as it
 * is. Somebody stepping first makes it decide again.
 */
export async function stepFiling<Kind extends RefusalKind>(
  desk: FilingsDesk,
  filingId: string,
  { write, now }: { readonly write: WriteKey; readonly now: string },
  decide: (filing: FilingRecord) => Answer<DecidedStep, Kind> | Promise<Answer<DecidedStep, Kind>>,
): Promise<Answer<AnswerOf<typeof showFiling>, Kind | "filing-not-found" | "write-key-used" | "busy">> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const filing = await desk.filings.find(filingId);
    if (!filing) return refused("filing-not-found");
    const taken = takenBefore(filing, write);
    if (taken) return taken === true ? ok(filingView(filing, desk.tenant, now)) : taken;
    const decided = await decide(filing);
    if (!decided.ok) return decided;
    const { step, also = [] } = decided.value;
    const { done } = await desk.transact([...desk.filings.step(filing, markedStep(step, write)), ...also]);
    const after = done && (await desk.filings.find(filingId));
    if (after) return ok(filingView(after, desk.tenant, now));
  }
  return refused("busy");
}
