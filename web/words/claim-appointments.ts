import type { ClaimView } from "./claim.ts";
import { hearingTime, visitTime } from "./claim-times.ts";

type Awaited = ClaimView["awaits"][number];

/** The day of a visit or a hearing with its hours, where the claim has them; else nothing, and its own day stands. */
export function whenWords({ act, on, about, today }: Awaited, claim: ClaimView) {
  const visit = act === "receive-visit" ? claim.visits.find(({ inspectionId }) => inspectionId === about) : undefined;
  const hearing = act === "attend-hearing" && claim.hearing?.on === on ? claim.hearing : undefined;
  const time = visit ? visitTime(visit) : hearing && hearingTime(hearing);
  return time && (today ? `es hoy, ${time}` : time);
}

/** How a hearing is attended, by its mode. */
const atHearing = {
  telephone: "Te llamamos a esa hora: ten cerca tu teléfono.",
  virtual: "Es por videollamada: ten listo tu celular o tu computadora.",
  "in-person": "Ven a la oficina con tu documento de identidad.",
} as const satisfies Record<NonNullable<ClaimView["hearing"]>["mode"], string>;

/** What to have ready for a visit or the hearing. */
export function howWords({ act, on }: Awaited, { hearing }: ClaimView): string {
  if (act === "receive-visit") return "Alguien mayor de edad tiene que abrirnos la puerta.";
  return act === "attend-hearing" && hearing && hearing.on === on ? atHearing[hearing.mode] : "";
}
