import { limaDay } from "./calendar-day.ts";
import { guardRefusal, holdsPower, isRecorder } from "./claim.ts";
import type { ClaimLaw } from "./claim-clocks.ts";
import type { ClaimEventType, Standing } from "./claim-events.ts";
import { type Claim, eventTransitions, isOver } from "./claim-states.ts";
import type { Customer, Staff } from "./people.ts";

/** Who looks at a claim that is theirs to see: a customer in some capacity, or staff. */
export type ClaimCaller = (Customer & { readonly standing: Standing }) | Staff;

/** What a customer may do that records no fact of the claim's own: it is answered in a hearing, or by the tribunal. */
export const claimantActions = ["answer-offer", "complain"] as const;

/** What may be done next, named by the fact it would record. */
export type ClaimAction = ClaimEventType | (typeof claimantActions)[number];

function mayAnswerOffer({ state }: Claim, standing: Standing): boolean {
  return (state === "under-investigation" || state === "hearing-due") && holdsPower(standing, "conciliate");
}

function claimantOnly(claim: Claim, caller: ClaimCaller): readonly ClaimAction[] {
  if (caller.kind === "staff" || isOver(claim.state)) return [];
  return mayAnswerOffer(claim, caller.standing) ? claimantActions : ["complain"];
}

/**
 * What a claim's state offers a caller now. A claimant acts when they act; staff may record what happened earlier, so a
 * term that is over does not hide it from them: `apply` judges the fact.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
 */
export function actionsFor(claim: Claim, caller: ClaimCaller, law: ClaimLaw, now: string): readonly ClaimAction[] {
  const on = limaDay(now);
  const rows = eventTransitions().filter(({ event: type, from, by, guards = [] }) => {
    if (!from.includes(claim.state) || !isRecorder(caller, by)) return false;
    if (
      caller.kind === "customer" &&
      guards.includes("power-to-withdraw") &&
      !holdsPower(caller.standing, "withdraw")
    ) {
      return false;
    }
    const asked = caller.kind === "staff" ? guards.filter((name) => name !== "within-term") : guards;
    return guardRefusal({ guards: asked }, { claim, law, type, on, today: on }) === undefined;
  });
  return [...new Set([...rows.map(({ event }) => event), ...claimantOnly(claim, caller)])];
}
