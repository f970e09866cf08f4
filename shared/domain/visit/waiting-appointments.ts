import { type CaseEvent, lastEntry } from "../case/case-events.ts";
import type { ClaimState } from "../case/claim-states.ts";
import { allowedEvents } from "../case/claim-transitions.ts";
import { holdAwaited } from "../filing/guest-claims.ts";
import type { WaitingAppointments } from "./appointments.ts";

/**
 * Returns whether the claim was filed without its hearing and its visit (`appointments-waiting`), and no
 * `appointments-given` is recorded.
 */
export function awaitsAppointments(events: readonly CaseEvent[]): boolean {
  return (
    lastEntry(events, "appointments-waiting") !== undefined && lastEntry(events, "appointments-given") === undefined
  );
}

/**
 * Returns why a claim waits for its hearing and its visit, and until when its hold does. Undefined if it does not wait
 * for them, or if its state no longer allows recording `appointments-given`.
 */
export function waitingAppointments(events: readonly CaseEvent[], state: ClaimState): WaitingAppointments | undefined {
  if (!awaitsAppointments(events) || !allowedEvents(state).includes("appointments-given")) return undefined;
  const waits = lastEntry(events, "appointments-waiting")?.details;
  const holdBy = holdAwaited(events);
  return waits && holdBy !== undefined ? { ...waits, holdBy } : waits;
}
