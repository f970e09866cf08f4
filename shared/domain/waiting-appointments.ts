import type { WaitingAppointments } from "./appointments.ts";
import { type CaseEvent, lastEntry } from "./case-events.ts";
import type { ClaimState } from "./claim-states.ts";
import { allowedEvents } from "./claim-transitions.ts";

/** Whether a claim was filed without its hearing and its visit and was given none since. */
export function awaitsAppointments(events: readonly CaseEvent[]): boolean {
  return (
    lastEntry(events, "appointments-waiting") !== undefined && lastEntry(events, "appointments-given") === undefined
  );
}

/** Why a claim waits for its hearing and its visit; nothing once they were given, or when it is too late to give them. */
export function waitingAppointments(events: readonly CaseEvent[], state: ClaimState): WaitingAppointments | undefined {
  if (!awaitsAppointments(events) || !allowedEvents(state).includes("appointments-given")) return undefined;
  return lastEntry(events, "appointments-waiting")?.details;
}
