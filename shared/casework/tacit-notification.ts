import { type CaseEventOf, type FactOf, isFact, lastEntry } from "../domain/case-events.ts";
import { apply } from "../domain/claim.ts";
import { actionsFor, type ClaimAction, type ClaimCaller } from "../domain/claim-access.ts";
import type { Actor } from "../domain/claim-events.ts";
import type { ClaimState } from "../domain/claim-states.ts";
import type { CaseAt } from "./case-at.ts";

const unnotifiedStates: ReadonlySet<ClaimState> = new Set([
  "resolved",
  "reconsideration-resolved",
  "silence-to-confirm",
  "reconsideration-silence-to-confirm",
]);

/** The sending of a decision that nobody recorded as notified yet. */
function sentDecision({ file: { events }, claim }: CaseAt): CaseEventOf<"resolution-dispatched"> | undefined {
  const sent = unnotifiedStates.has(claim.state) ? lastEntry(events, "resolution-dispatched") : undefined;
  return sent && sent.seq > (lastEntry(events, "resolution-signed")?.seq ?? 0) ? sent : undefined;
}

/**
 * The notification of a decision that was sent and not recorded, by what shows that its recipient knows it (digest 5.6);
 * nothing where no decision waits to be told.
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
 * Recourses somebody may file who has a decision that was sent and not recorded as notified; absent where there is none.
 * Staff may bring what was handed in since it was sent, its claimant acts now.
 */
export function recoursesOfUnnotified(at: CaseAt, caller: ClaimCaller): readonly ClaimAction[] | undefined {
  const { file, law, now } = at;
  const effectiveAt = caller.kind === "staff" ? sentDecision(at)?.effectiveAt : now;
  const shown = effectiveAt === undefined ? undefined : tacitNotification(at, caller, effectiveAt);
  const told = shown && apply(file.events.filter(isFact), shown, law, now);
  if (!told?.ok) return undefined;
  return actionsFor(told.value, caller, law, now).filter((action) => recourses.includes(action));
}
