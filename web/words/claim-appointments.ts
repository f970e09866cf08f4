import type { ClaimView } from "./claim.ts";
import { hearingTime, visitTime } from "./claim-times.ts";

type Awaited = ClaimView["awaits"][number];

/**
 * Returns the day and hours of the visit or hearing that an awaited act is about, after «es hoy» if it is today.
 * Undefined if the act is about neither, or if the claim does not have that visit or hearing.
 */
export function whenWords({ act, on, about, today }: Awaited, claim: ClaimView) {
  const visit = act === "receive-visit" ? claim.visits.find(({ inspectionId }) => inspectionId === about) : undefined;
  const hearing = act === "attend-hearing" && claim.hearing?.on === on ? claim.hearing : undefined;
  const time = visit ? visitTime(visit) : hearing && hearingTime(hearing);
  return time && (today ? `es hoy, ${time}` : time);
}

/** Returns what to have ready for an awaited act: a sentence for a visit, "" for any other act. */
export function howWords({ act }: Awaited): string {
  return act === "receive-visit" ? "Alguien mayor de edad tiene que abrirnos la puerta." : "";
}
