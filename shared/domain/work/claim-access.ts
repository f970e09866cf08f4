import { guardRefusal, holdsPower, isRecorder } from "../case/claim.ts";
import type { ClaimEventType, Standing } from "../case/claim-events.ts";
import { type ClaimLaw, lawAt } from "../case/claim-law.ts";
import type { Claim } from "../case/claim-states.ts";
import { eventTransitions, forClaimant, type Guard } from "../case/claim-transitions.ts";
import { limaDay } from "../term/calendar-day.ts";
import type { Customer, Staff } from "./people.ts";

/** Who looks at a claim that they may see: a customer in some capacity, or staff. */
export type ClaimCaller = (Customer & { readonly standing: Standing }) | Staff;

/** Acts of a customer that record no fact: an offer is answered in a hearing. */
export const claimantActions = ["answer-offer"] as const;

/** An act that is open next, named by the fact it would record. */
export type ClaimAction = ClaimEventType | (typeof claimantActions)[number];

const staffRecordsLate: ReadonlySet<Guard> = new Set(["within-term", "not-after-term"]);

function mayAnswerOffer({ state }: Claim, standing: Standing): boolean {
  return (state === "under-investigation" || state === "hearing-due") && holdsPower(standing, "conciliate");
}

/**
 * Returns in what capacity the claimant acts: a customer's own, or the one in the filing if staff record the act for
 * them.
 */
function standingIn({ history: [filing] }: Claim, caller: ClaimCaller): Standing | undefined {
  if (caller.kind === "customer") return caller.standing;
  return filing?.type === "claim-filed" ? filing.standing : undefined;
}

function claimantOnly(claim: Claim, caller: ClaimCaller): readonly ClaimAction[] {
  const standing = isRecorder(caller, forClaimant) ? standingIn(claim, caller) : undefined;
  return standing && mayAnswerOffer(claim, standing) ? claimantActions : [];
}

/**
 * Returns the acts (facts to record, and `answer-offer`) that the caller may do next, each once: those that the claim's
 * state and the caller's role allow, and whose further conditions (guards) hold on the day of `now`. If the claimant
 * acts through a representative, withdrawing or answering an offer also needs a power that names the act. For staff, an
 * act stays in the list after its term is over, as staff may record what happened earlier.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
 */
export function actionsFor(claim: Claim, caller: ClaimCaller, law: ClaimLaw, now: string): readonly ClaimAction[] {
  const on = limaDay(now);
  const then = lawAt(law, now);
  const rows = eventTransitions().filter(({ event: type, from, by, guards = [] }) => {
    if (!from.includes(claim.state) || !isRecorder(caller, by)) return false;
    const standing = guards.includes("power-to-withdraw") ? standingIn(claim, caller) : undefined;
    if (standing && !holdsPower(standing, "withdraw")) return false;
    const asked = caller.kind === "staff" ? guards.filter((name) => !staffRecordsLate.has(name)) : guards;
    return guardRefusal({ guards: asked }, { claim, law: then, type, on, today: on }) === undefined;
  });
  return [...new Set([...rows.map(({ event }) => event), ...claimantOnly(claim, caller)])];
}
