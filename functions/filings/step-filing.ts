import type { showFiling } from "../../shared/contract/filing-routes.ts";
import { type Answer, type RefusalKind, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
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

/** Takes the step that `decide` makes of a filing as it is now; somebody stepping first makes it decide again. */
export async function stepFiling<Kind extends RefusalKind>(
  desk: FilingsDesk,
  filingId: string,
  now: string,
  decide: (filing: FilingRecord) => Answer<DecidedStep, Kind> | Promise<Answer<DecidedStep, Kind>>,
): Promise<Answer<AnswerOf<typeof showFiling>, Kind | "filing-not-found" | "busy">> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const filing = await desk.filings.find(filingId);
    if (!filing) return refused("filing-not-found");
    const decided = await decide(filing);
    if (!decided.ok) return decided;
    const { step, also = [] } = decided.value;
    const { done } = await desk.transact([...desk.filings.step(filing, step), ...also]);
    const after = done && (await desk.filings.find(filingId));
    if (after) return ok(filingView(after, now));
  }
  return refused("busy");
}
