import type { WaitingAppointments } from "./appointments.ts";
import { type CaseEvent, lastEntry } from "./case-events.ts";
import type { ClaimState } from "./claim-states.ts";
import { allowedEvents } from "./claim-transitions.ts";

/** Returns whether a claim was filed without its hearing and visit, and none was given since. */
export function awaitsAppointments(events: readonly CaseEvent[]): boolean {
  return (
    lastEntry(events, "appointments-waiting") !== undefined && lastEntry(events, "appointments-given") === undefined
  );
}

/**
 * Returns why a claim waits for its hearing and visit; undefined if it waits for none, once they were given, or if the
 * state no longer allows giving them.
 */
export function waitingAppointments(events: readonly CaseEvent[], state: ClaimState): WaitingAppointments | undefined {
  if (!awaitsAppointments(events) || !allowedEvents(state).includes("appointments-given")) return undefined;
  return lastEntry(events, "appointments-waiting")?.details;
}
