import { type CaseAt, caseHeadAt } from "../../shared/casework/case/case-at.ts";
import { type CaseDeps, type Decision, record } from "../../shared/casework/case/record.ts";
import { type NumberingDeps, voided } from "../../shared/casework/resolution/office-number.ts";
import { lastEntry } from "../../shared/domain/case/case-events.ts";
import type { Claim, ClaimState } from "../../shared/domain/case/claim-states.ts";
import { eventTransitions } from "../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { endedBySilence } from "../../shared/domain/resolution/frozen-documents.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { isPositiveSilence } from "../../shared/domain/term/silence.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import type { StoredHead } from "../../shared/storage/case/case-head.ts";

const by = { kind: "system", name: "sweep" } as const;

/** States that a claim reaches by time alone and that must be notified; a silence is notified by its certificate. */
const notifiedStates: ReadonlySet<ClaimState> = new Set(["not-filed", "negative-silence", "firm"]);

/**
 * Returns whether a claim may need `notifyLapse`, by its stored head alone, so that its history is read only then. True
 * if its state at `now` is `not-filed`, `firm` or a negative silence, and the last `lapse-notified` was of another
 * state or there is none. A claim in positive silence is read anyway until its certificate is there.
 */
export function mayLackNotice(head: StoredHead, now: string): boolean {
  const state = caseHeadAt(head, now).steps[0]?.state;
  return state !== undefined && notifiedStates.has(state) && head.lapseNotified !== state;
}

/**
 * Returns whether the claimant must still be notified that a term ran out and so brought the claim to its present
 * state: `not-filed`, `firm` or a negative silence. False if an act brought it there, or a `lapse-notified` of this
 * state and its first day is recorded. A positive silence is notified by its certificate. For a positive silence, true
 * only if an unsigned resolution or acceptance of a withdrawal has a number to void.
 */
export function lacksNotice({ file: { events }, claim }: CaseAt): boolean {
  const isToNotify = isPositiveSilence(claim.state)
    ? endedBySilence(events).length > 0
    : notifiedStates.has(claim.state);
  if (!isToNotify || !isOfTime(claim)) return false;
  const last = lastEntry(events, "lapse-notified")?.details;
  return last?.state !== claim.state || last.since !== claim.since;
}

/** Returns whether no act moved the claim to its state on the day it reached that state. */
function isOfTime({ state, since, history }: Claim): boolean {
  const movers = eventTransitions().flatMap(({ event, to }) => (to === state ? event : []));
  return !history.some(({ type, effectiveAt }) => movers.includes(type) && limaDay(effectiveAt) === since);
}

/**
 * Records `lapse-notified`, which notifies the claimant of the state that their claim reached because a term ran out.
 * For a positive silence, also voids the numbers of the resolutions and acceptances of a withdrawal that waited for a
 * signature. Writes nothing if `lacksNotice` is false for the claim. Throws if the case refuses the write.
 */
export async function notifyLapse(deps: CaseDeps & NumberingDeps, known: CaseFile, now: string): Promise<void> {
  const { claimId } = known.head;
  const recorded = await record(deps, { claimId, now, known }, (at) =>
    ok(lacksNotice(at) ? lapseOf(deps, at) : { entries: [] }),
  );
  if (!recorded.ok) throw new Error(`the lapse of claim ${claimId} was not recorded: ${recorded.error}`);
}

function lapseOf(deps: NumberingDeps, { file, claim: { state, since }, now: effectiveAt }: CaseAt): Decision {
  const ended = isPositiveSilence(state) ? endedBySilence(file.events) : [];
  const reason = "Venció el plazo antes de la firma: silencio administrativo positivo.";
  return {
    entries: [{ type: "lapse-notified", effectiveAt, by, details: { state, since } }],
    also: ended.flatMap((frozen) => voided(deps, file, frozen, reason)),
  };
}
