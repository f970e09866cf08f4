import { type CaseEventOf, type FactOf, isFact, lastEntry } from "../../domain/case/case-events.ts";
import { apply } from "../../domain/case/claim.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import type { ClaimState } from "../../domain/case/claim-states.ts";
import { actionsFor, type ClaimAction, type ClaimCaller } from "../../domain/work/claim-access.ts";
import type { CaseAt } from "../case/case-at.ts";

const unnotifiedStates: ReadonlySet<ClaimState> = new Set([
  "resolved",
  "reconsideration-resolved",
  "silence-to-confirm",
  "reconsideration-silence-to-confirm",
]);

/** The entry that dispatched the last decision, if its notification is not recorded yet. */
function sentDecision({ file: { events }, claim }: CaseAt): CaseEventOf<"resolution-dispatched"> | undefined {
  const sent = unnotifiedStates.has(claim.state) ? lastEntry(events, "resolution-dispatched") : undefined;
  return sent && sent.seq > (lastEntry(events, "resolution-signed")?.seq ?? 0) ? sent : undefined;
}

/**
 * Returns the fact `resolution-notified` of a tacit notification that takes effect at `effectiveAt`: an act of the
 * claimant shows that they know the last decision, which was dispatched and has no notification on record (digest 5.6).
 * Undefined if there is no such decision. Records nothing.
 * @param by who records the claimant's act: a clerk also records the fact; for anybody else the system is named
 */
export function tacitNotification(
  at: CaseAt,
  by: Actor,
  effectiveAt: string,
): FactOf<"resolution-notified"> | undefined {
  const sent = sentDecision(at);
  if (!sent) return undefined;
  const isClerk = by.kind === "staff" && by.roles.includes("clerk");
  return {
    type: "resolution-notified",
    effectiveAt,
    by: isClerk ? by : { kind: "system", name: "recourses" },
    evidence: ["tacit-notification"],
    details: { noticeId: sent.details.noticeId, how: "tacit-notification", photos: [] },
  };
}

const recourses: readonly ClaimAction[] = ["reconsideration-filed", "appeal-filed"];

/**
 * Returns the recourses that the caller may file against the last decision, if it was dispatched and has no
 * notification on record. Filing a recourse counts as a tacit notification: at `now` if the claimant files it, at the
 * dispatch if staff record it for them. Undefined if there is no such decision, or if the law does not allow the
 * notification at that instant. Records nothing.
 */
export function recoursesOfUnnotified(at: CaseAt, caller: ClaimCaller): readonly ClaimAction[] | undefined {
  const { file, law, now } = at;
  const effectiveAt = caller.kind === "staff" ? sentDecision(at)?.effectiveAt : now;
  const notification = effectiveAt === undefined ? undefined : tacitNotification(at, caller, effectiveAt);
  const notified = notification && apply(file.events.filter(isFact), notification, law, now);
  if (!notified?.ok) return undefined;
  return actionsFor(notified.value, caller, law, now).filter((action) => recourses.includes(action));
}
