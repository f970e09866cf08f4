import { lastEvent } from "../case/claim-events.ts";
import type { Claim, ClaimState } from "../case/claim-states.ts";

/** Returns whether the state is `positive-silence` or `reconsideration-silence`: the claim is deemed granted. */
export function isPositiveSilence(state: ClaimState): state is "positive-silence" | "reconsideration-silence" {
  return state === "positive-silence" || state === "reconsideration-silence";
}

/**
 * Returns whether a claim is deemed granted by positive silence and nobody recorded its certificate
 * (`silence-certified`).
 */
export function awaitsCertificate({ state, history }: Claim): boolean {
  return isPositiveSilence(state) && lastEvent(history, "silence-certified") === undefined;
}
