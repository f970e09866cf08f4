import { type CaseEvent, lastEntry, type WaitingPlaces } from "./case-events.ts";
import { allowedEvents, type ClaimState } from "./claim-states.ts";

/** Whether a claim was filed without its hearing and its visit and was given none since. */
export function awaitsPlaces(events: readonly CaseEvent[]): boolean {
  return lastEntry(events, "places-waiting") !== undefined && lastEntry(events, "places-given") === undefined;
}

/** Why a claim waits for its hearing and its visit; nothing once they were given, or when it is too late to give them. */
export function waitingPlaces(events: readonly CaseEvent[], state: ClaimState): WaitingPlaces | undefined {
  if (!awaitsPlaces(events) || !allowedEvents(state).includes("places-given")) return undefined;
  return lastEntry(events, "places-waiting")?.details;
}
