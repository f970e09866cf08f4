import { lastEvent } from "./claim-events.ts";
import type { Claim, ClaimState } from "./claim-states.ts";

/** Returns whether the state is `positive-silence` or `reconsideration-silence`: the claim is deemed granted. */
export function isPositiveSilence(state: ClaimState): state is "positive-silence" | "reconsideration-silence" {
  return state === "positive-silence" || state === "reconsideration-silence";
}

/**
 * Returns whether a claim is deemed granted and nobody certified it yet. The certificate only notifies both sides: the
 * silence has its effect without it.
 */
export function awaitsCertificate({ state, history }: Claim): boolean {
  return isPositiveSilence(state) && lastEvent(history, "silence-certified") === undefined;
}
