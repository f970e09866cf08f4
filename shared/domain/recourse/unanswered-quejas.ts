import type { ClaimEvent, EventOf } from "../case/claim-events.ts";
import type { Claim } from "../case/claim-states.ts";

/**
 * Returns the quejas without an answer, in the order filed; `sent` is the event that forwarded the queja, absent if
 * none did. No event says which queja it is about: a `queja-forwarded` is taken for the first queja not forwarded yet,
 * a `queja-answered` for the first one without an answer. If there is no such queja, the event is ignored.
 */
export function waitingQuejas({ history }: Pick<Claim, "history">) {
  const waiting: { readonly filed: EventOf<"queja-filed">; sent?: ClaimEvent }[] = [];
  for (const event of history) {
    const unsent = waiting.find(({ sent }) => !sent);
    if (event.type === "queja-filed") waiting.push({ filed: event });
    if (event.type === "queja-forwarded" && unsent) unsent.sent = event;
    if (event.type === "queja-answered") waiting.shift();
  }
  return waiting;
}

/**
 * Returns whether the oldest unanswered queja was forwarded: its term (T20) is then the authority's that decides it,
 * and the utility can neither close nor delay it (digest 3.8).
 */
export function isQuejaSent(claim: Pick<Claim, "history">): boolean {
  return waitingQuejas(claim)[0]?.sent !== undefined;
}

/** Returns the first queja without an answer, or undefined if there is none. */
export function pendingQueja(claim: Pick<Claim, "history">): ClaimEvent | undefined {
  return waitingQuejas(claim)[0]?.filed;
}

/** Returns whether a queja was filed that was neither forwarded nor answered yet. */
export function hasUnsentQueja(claim: Pick<Claim, "history">): boolean {
  return waitingQuejas(claim).some(({ sent }) => !sent);
}
