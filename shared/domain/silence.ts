import { lastEvent } from "./claim-events.ts";
import type { Claim, ClaimState } from "./claim-states.ts";

/** Whether a state is that of a claim deemed granted. */
export function isPositiveSilence(state: ClaimState): state is "positive-silence" | "reconsideration-silence" {
  return state === "positive-silence" || state === "reconsideration-silence";
}

/** Whether a claim is deemed granted and nobody certified it yet: nothing depends on that but telling both sides. */
export function awaitsCertificate({ state, history }: Claim): boolean {
  return isPositiveSilence(state) && lastEvent(history, "silence-certified") === undefined;
}
