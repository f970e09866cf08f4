import type { ClaimView } from "./claim.ts";
import { hearingTime, visitTime } from "./claim-times.ts";

type Awaited = ClaimView["awaits"][number];

/** The day and hours of the visit or hearing that an awaited act is about; undefined if the claim has none for it. */
export function whenWords({ act, on, about, today }: Awaited, claim: ClaimView) {
  const visit = act === "receive-visit" ? claim.visits.find(({ inspectionId }) => inspectionId === about) : undefined;
  const hearing = act === "attend-hearing" && claim.hearing?.on === on ? claim.hearing : undefined;
  const time = visit ? visitTime(visit) : hearing && hearingTime(hearing);
  return time && (today ? `es hoy, ${time}` : time);
}

/** What to have ready for an awaited act: a sentence for a visit, empty for any other. */
export function howWords({ act }: Awaited): string {
  return act === "receive-visit" ? "Alguien mayor de edad tiene que abrirnos la puerta." : "";
}
