import type { CalendarDay } from "./calendar-day.ts";
import type { OfficeChannel } from "./office-hours.ts";
import type { Customer, Staff, System } from "./people.ts";

/** Billing claims by the code of the digest 2.1, which is ours. Consumo medido is F01. */
export const claimTypes = ["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F11", "F12"] as const;
export type ClaimType = (typeof claimTypes)[number];

/** Acts a representative needs a special power for; the power must name them (digest 1.1). */
export const specialActs = ["withdraw", "conciliate", "collect"] as const;
export type SpecialAct = (typeof specialActs)[number];

/** In what capacity somebody acts in a claim. A simple power names no special act. */
export type Standing =
  | { readonly as: "holder" | "effective-user" | "owner" }
  | { readonly as: "representative"; readonly acts: readonly SpecialAct[] };

/** What a hearing came to (digest 3.5). */
export const agreements = ["total", "partial", "none", "absence"] as const;
export type Agreement = (typeof agreements)[number];

/** What a visit found of the premises (digest 3.4). */
export const visitOutcomes = ["whole", "absent", "opposed", "partial"] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What a resolution decides (digest 3.6): fundado, fundado en parte, infundado, improcedente, concluded without deciding. */
export const resolutionOutcomes = ["upheld", "partly-upheld", "rejected", "dismissed", "concluded"] as const;
export type ResolutionOutcome = (typeof resolutionOutcomes)[number];

/** Why a claim goes to a resolution that rejects it without examining it (digest 3.3). */
export const dismissalGrounds = ["late", "no-standing", "not-a-claim-matter", "already-decided"] as const;
export type DismissalGround = (typeof dismissalGrounds)[number];

/** What must back a delivery recorded once the term is over (digest 5.6): all of them. */
export const deliveryEvidence = ["photo", "device-time", "second-person"] as const;
export type DeliveryEvidence = (typeof deliveryEvidence)[number];

/** What comes back from the tribunal (digest 3.3). */
export const tribunalOutcomes = [
  "decided",
  "back-to-investigation",
  "back-to-resolution",
  "conciliated",
  "inadmissible",
  "silence-declared",
] as const;
export type TribunalOutcome = (typeof tribunalOutcomes)[number];

/** Facts of a claim's life that change a right, in the order they usually happen. */
export const claimEventTypes = [
  "claim-filed",
  "filing-copy-sent",
  "defect-observed",
  "remedied",
  "claim-accepted",
  "claim-extended",
  "dismissal-proposed",
  "inspection-reported",
  "hearing-moved",
  "conciliation-held",
  "resolution-issued",
  "resolution-returned",
  "resolution-signed",
  "resolution-dispatched",
  "resolution-notified",
  "withdrawal-requested",
  "withdrawal-accepted",
  "reconsideration-filed",
  "appeal-filed",
  "file-elevated",
  "tribunal-decided",
  "executed",
] as const;
export type ClaimEventType = (typeof claimEventTypes)[number];

/**
 * What each fact says besides who, when and what: only what the state or a clock of the claim needs. `filedOn` is the day
 * a filing bears (`filingDay`), from which the company's terms count.
 */
interface Contents extends Record<ClaimEventType, object> {
  "claim-filed": {
    readonly claimType: ClaimType;
    readonly channel: OfficeChannel;
    readonly standing: Standing;
    readonly filedOn: CalendarDay;
    /** Given at filing; absent where the type asks for no visit, or no hearing. */
    readonly inspectionOn?: CalendarDay;
    readonly hearingOn?: CalendarDay;
  };
  "filing-copy-sent": object;
  /** Effective at its notice. */
  "defect-observed": object;
  remedied: object;
  "claim-accepted": object;
  "claim-extended": object;
  "dismissal-proposed": { readonly ground: DismissalGround };
  "inspection-reported": { readonly outcome: VisitOutcome };
  "hearing-moved": { readonly hearingOn: CalendarDay; readonly reason: "leak-repair" | "meter-test" };
  /** `standing` is of who attended for the claimant. */
  "conciliation-held":
    | { readonly agreement: "total" | "partial"; readonly standing: Standing }
    | { readonly agreement: "none" | "absence" };
  /** Sent to signature: the draft is frozen and bears its number and the day of `effectiveAt`. */
  "resolution-issued": {
    readonly number: string;
    readonly outcome: ResolutionOutcome;
    /** What the type's evidence list lacks is overridden in writing, or there is no such resolution (digest 2.1). */
    readonly checklist: "complete" | "overridden";
  };
  "resolution-returned": object;
  "resolution-signed": object;
  /** Only what is carried to an address can be delivered and not yet recorded (digest 5.6). */
  "resolution-dispatched": { readonly channel: "email" | "personal" };
  /** Effective when the delivery took effect, not when it was sent. */
  "resolution-notified": { readonly evidence: readonly DeliveryEvidence[] };
  /** Of the procedure, which may be claimed again, or of the claim itself; of the recourse while there is one. */
  "withdrawal-requested": { readonly of: "procedure" | "claim"; readonly standing: Standing };
  "withdrawal-accepted": object;
  "reconsideration-filed": { readonly filedOn: CalendarDay; readonly newEvidence: boolean };
  "appeal-filed": { readonly filedOn: CalendarDay };
  /** Effective when the tribunal received the file. */
  "file-elevated": object;
  /** Effective when received. What is sent back is decided again in the order's working days. */
  "tribunal-decided":
    | { readonly outcome: Exclude<TribunalOutcome, `back-${string}`> }
    | { readonly outcome: Extract<TribunalOutcome, `back-${string}`>; readonly termDays: number };
  executed: object;
}

/** What each fact is called on screens. */
export const claimEventNames: Readonly<Record<ClaimEventType, string>> = {
  "claim-filed": "reclamo presentado",
  "filing-copy-sent": "copia del reclamo enviada",
  "defect-observed": "observación notificada",
  remedied: "subsanación",
  "claim-accepted": "reclamo admitido",
  "claim-extended": "ampliación del reclamo",
  "dismissal-proposed": "improcedencia propuesta",
  "inspection-reported": "inspección informada",
  "hearing-moved": "audiencia reprogramada",
  "conciliation-held": "audiencia de conciliación",
  "resolution-issued": "resolución enviada a firma",
  "resolution-returned": "resolución devuelta sin firma",
  "resolution-signed": "resolución firmada",
  "resolution-dispatched": "resolución despachada",
  "resolution-notified": "resolución notificada",
  "withdrawal-requested": "desistimiento solicitado",
  "withdrawal-accepted": "desistimiento aceptado",
  "reconsideration-filed": "reconsideración presentada",
  "appeal-filed": "apelación presentada",
  "file-elevated": "expediente elevado",
  "tribunal-decided": "decisión del TRASS recibida",
  executed: "cumplimiento",
};

/**
 * Who records a fact: the claimant, staff for the utility or for a claimant at the counter or on the telephone, or a
 * function of ours for what a person did without signing in (an acknowledgement by its key).
 */
export type Actor = Customer | Staff | System;

/** A fact as it is told. Instants are ISO 8601 in UTC; `effectiveAt` is what the evidence shows. */
export type ClaimFact = {
  [Type in ClaimEventType]: { readonly type: Type; readonly effectiveAt: string; readonly by: Actor } & Contents[Type];
}[ClaimEventType];

/** A fact once recorded, which is never edited. `recordedAt` is the server's instant. */
export type ClaimEvent = ClaimFact & { readonly recordedAt: string };

/** Facts of one type: `EventOf<"claim-filed">`. */
export type EventOf<Type extends ClaimEventType> = Extract<ClaimEvent, { readonly type: Type }>;

/** The last event of a type, if any. */
export function lastEvent<Type extends ClaimEventType>(
  events: readonly ClaimEvent[],
  type: Type,
): EventOf<Type> | undefined {
  return events.findLast((event): event is EventOf<Type> => event.type === type);
}
