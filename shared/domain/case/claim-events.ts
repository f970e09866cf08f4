import type { CalendarDay } from "../term/calendar-day.ts";
import type { OfficeChannel } from "../term/office-hours.ts";
import type { Customer, Guest, Staff, System } from "../work/people.ts";
import type { ClaimType } from "./claim-types.ts";

/** Acts a representative needs a special power for; the power must name them (digest 1.1). */
export const specialActs = ["withdraw", "conciliate", "collect"] as const;
export type SpecialAct = (typeof specialActs)[number];

/** In what capacity somebody acts in a claim. A representative with a simple power has no `acts`. */
export type Standing =
  | { readonly as: "holder" | "effective-user" | "owner" }
  | { readonly as: "representative"; readonly acts: readonly SpecialAct[] };

/** How a hearing ended (digest 3.5). */
export const agreements = ["total", "partial", "none", "absence"] as const;
export type Agreement = (typeof agreements)[number];

/** How far a visit got into the premises (digest 3.4). */
export const visitOutcomes = ["whole", "absent", "opposed", "partial"] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/**
 * What a resolution decides (digest 3.6): fundado, fundado en parte, infundado, improcedente, concluded without
 * deciding.
 */
export const resolutionOutcomes = ["upheld", "partly-upheld", "rejected", "dismissed", "concluded"] as const;
export type ResolutionOutcome = (typeof resolutionOutcomes)[number];

/** Why a claim is sent to a resolution that rejects it without examining it (digest 3.3). */
export const dismissalGrounds = ["late", "no-standing", "not-a-claim-matter", "already-decided"] as const;
export type DismissalGround = (typeof dismissalGrounds)[number];

/** What must back a delivery recorded once the term is over, all of them together (digest 5.6). */
export const deliveryEvidence = ["photo", "device-time", "second-person"] as const;
export type DeliveryEvidence = (typeof deliveryEvidence)[number];

/**
 * What backs a notice: the evidence of its delivery, or tacit notification, an act by which the recipient shows that
 * they know the content.
 */
type NoticeEvidence = DeliveryEvidence | "tacit-notification";

/** How the tribunal answers an appeal (digest 3.3). */
export const tribunalOutcomes = [
  "decided",
  "back-to-investigation",
  "back-to-resolution",
  "conciliated",
  "inadmissible",
  "silence-declared",
] as const;
export type TribunalOutcome = (typeof tribunalOutcomes)[number];

/** How an act is served (digest 5.6). In a mailbox (casilla) it is deemed served even if it was not opened. */
export const noticeChannels = ["email", "mailbox", "personal"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** The two recourses. A recourse is judged by its nature, not by its label (digest 1.5, 3.7). */
export const recourseKinds = ["reconsideration", "appeal"] as const;
export type RecourseKind = (typeof recourseKinds)[number];

/** The breach of duty that a queja reports (digest 3.8). */
export const quejaGrounds = [
  "delay",
  "missed-deadline",
  "omitted-step",
  "refused-reception",
  "not-elevated",
  "other",
] as const;
export type QuejaGround = (typeof quejaGrounds)[number];

/** How a queja is answered; a queja about a delay may have the silence declared. */
export const quejaOutcomes = ["queja-upheld", "queja-rejected", "queja-silence"] as const;
export type QuejaOutcome = (typeof quejaOutcomes)[number];

/** How a meter test ends (digest 7.5). */
export const meterTestResults = ["over-registers", "under-registers", "within-tolerance"] as const;
export type MeterTestResult = (typeof meterTestResults)[number];

/**
 * Why a hearing is moved. A move for `calendar`, off a day that became a non-working one, does not use up the one move
 * allowed.
 */
export const hearingMoveReasons = ["leak-repair", "meter-test", "tribunal", "calendar"] as const;
export type HearingMoveReason = (typeof hearingMoveReasons)[number];

/** Facts that change a right in a claim, in the order they usually happen. */
export const claimEventTypes = [
  "claim-filed",
  "filing-copy-sent",
  "defect-observed",
  "defect-notified",
  "remedied",
  "claim-accepted",
  "claim-extended",
  "reclassified",
  "dismissal-proposed",
  "inspection-reported",
  "leak-repair-required",
  "leak-verified",
  "meter-test-asked",
  "meter-test-ordered",
  "meter-test-notified",
  "meter-test-reported",
  "hearing-moved",
  "appointments-given",
  "conciliation-held",
  "checklist-overridden",
  "resolution-issued",
  "resolution-returned",
  "resolution-signed",
  "resolution-dispatched",
  "resolution-notified",
  "rectified",
  "silence-certified",
  "withdrawal-requested",
  "withdrawal-undone",
  "withdrawal-accepted",
  "reconsideration-filed",
  "new-evidence-asked",
  "new-evidence-brought",
  "appeal-filed",
  "recourse-reclassified",
  "file-elevated",
  "tribunal-decided",
  "executed",
  "queja-filed",
  "queja-forwarded",
  "queja-answered",
] as const;
export type ClaimEventType = (typeof claimEventTypes)[number];

/**
 * The content of each fact that the claim's state or clocks need. `filedOn` is the day on which it counts as filed
 * (`filingDay`), from which the company's terms count.
 */
interface Contents extends Record<ClaimEventType, object> {
  "claim-filed": {
    readonly claimType: ClaimType;
    readonly channel: OfficeChannel;
    readonly standing: Standing;
    readonly filedOn: CalendarDay;
    /**
     * The days given at filing; absent if the type requires no visit, or no hearing. In a claim that waits for its
     * appointments, the last day of each term.
     */
    readonly inspectionOn?: CalendarDay;
    readonly hearingOn?: CalendarDay;
    /** Present if the claimant asked for a meter test in the filing. */
    readonly testAsked?: true;
  };
  "filing-copy-sent": object;
  /** Allowed once, for all defects together. It starts no term: its notice does. */
  "defect-observed": object;
  "defect-notified": object;
  remedied: object;
  "claim-accepted": object;
  "claim-extended": object;
  /** A wrong label is no obstacle (encauzamiento). */
  reclassified: { readonly claimType: ClaimType };
  "dismissal-proposed": { readonly ground: DismissalGround };
  "inspection-reported": { readonly outcome: VisitOutcome };
  /** Takes effect when it is notified. */
  "leak-repair-required": object;
  "leak-verified": { readonly repaired: boolean };
  "meter-test-asked": object;
  "meter-test-ordered": { readonly testOn: CalendarDay };
  /** Takes effect when the claimant was notified of its day and place. */
  "meter-test-notified": object;
  "meter-test-reported": { readonly result: MeterTestResult };
  "hearing-moved": { readonly hearingOn: CalendarDay; readonly reason: HearingMoveReason };
  /** Gives a hearing to a claim filed without one. Its terms ran in the meantime. */
  "appointments-given": { readonly hearingOn: CalendarDay };
  /** `standing` is that of the person who attended for the claimant. */
  "conciliation-held":
    | { readonly agreement: "total" | "partial"; readonly standing: Standing }
    | { readonly agreement: "none" | "absence" };
  /** Recorded by another person than the one who then sends the resolution to signature. */
  "checklist-overridden": object;
  /** Sends the draft to signature: it is frozen with its number and the day of `effectiveAt`. */
  "resolution-issued": {
    readonly number: string;
    readonly outcome: ResolutionOutcome;
    /**
     * `overridden` if the file lacks evidence of the type's list and that was waived in writing; otherwise there is no
     * resolution (digest 2.1).
     */
    readonly checklist: "complete" | "overridden";
  };
  "resolution-returned": object;
  "resolution-signed": object;
  /** Only a dispatch to an address can be delivered without being recorded yet (digest 5.6). */
  "resolution-dispatched": { readonly channel: NoticeChannel };
  /** Takes effect when the delivery did, not when it was sent. */
  "resolution-notified": { readonly evidence: readonly NoticeEvidence[] };
  /** A material error of a signed act, corrected and notified. */
  rectified: object;
  /** Positive silence as an act: both sides are notified of what was deemed granted. */
  "silence-certified": object;
  /**
   * Of the `procedure`, which may be claimed again, or of the `claim` itself; while a recourse is pending, of the
   * recourse.
   */
  "withdrawal-requested": { readonly of: "procedure" | "claim"; readonly standing: Standing };
  /** The claimant undid a request to withdraw that they had made by telephone. */
  "withdrawal-undone": object;
  "withdrawal-accepted": object;
  "reconsideration-filed": { readonly filedOn: CalendarDay; readonly newEvidence: boolean };
  /** Allowed once, for a reconsideration filed without any (digest 3.7). Takes effect when it is notified. */
  "new-evidence-asked": object;
  /** Counts if it is brought before the decision, whether it was asked for or not. */
  "new-evidence-brought": object;
  /** Filed beside a reconsideration, it is kept until that is decided (digest 3.3). */
  "appeal-filed": { readonly filedOn: CalendarDay; readonly newEvidence?: boolean };
  "recourse-reclassified": { readonly as: RecourseKind };
  /** Takes effect when the tribunal received the file. */
  "file-elevated": object;
  /** Takes effect when it was received. A claim sent back is decided again within `termDays` working days. */
  "tribunal-decided":
    | { readonly outcome: Exclude<TribunalOutcome, `back-${string}`> }
    | { readonly outcome: Extract<TribunalOutcome, `back-${string}`>; readonly termDays: number };
  executed: object;
  "queja-filed": { readonly filedOn: CalendarDay; readonly ground: QuejaGround };
  "queja-forwarded": object;
  "queja-answered": { readonly outcome: QuejaOutcome };
}

/** The name of each fact on screens. */
export const claimEventNames: Readonly<Record<ClaimEventType, string>> = {
  "claim-filed": "reclamo presentado",
  "filing-copy-sent": "copia del reclamo enviada",
  "defect-observed": "observación",
  "defect-notified": "observación notificada",
  remedied: "subsanación",
  "claim-accepted": "reclamo admitido",
  "claim-extended": "ampliación del reclamo",
  reclassified: "tipo de reclamo corregido",
  "dismissal-proposed": "improcedencia propuesta",
  "inspection-reported": "inspección informada",
  "leak-repair-required": "requerimiento de reparar una fuga",
  "leak-verified": "verificación de la reparación",
  "meter-test-asked": "contrastación pedida",
  "meter-test-ordered": "contrastación ordenada",
  "meter-test-notified": "aviso de la contrastación",
  "meter-test-reported": "resultado de la contrastación",
  "hearing-moved": "audiencia reprogramada",
  "appointments-given": "fecha dada para la audiencia y la visita",
  "conciliation-held": "audiencia de conciliación",
  "checklist-overridden": "dispensa por escrito",
  "resolution-issued": "resolución enviada a firma",
  "resolution-returned": "resolución devuelta sin firma",
  "resolution-signed": "resolución firmada",
  "resolution-dispatched": "resolución despachada",
  "resolution-notified": "resolución notificada",
  rectified: "error material rectificado",
  "silence-certified": "silencio positivo constatado",
  "withdrawal-requested": "desistimiento solicitado",
  "withdrawal-undone": "desistimiento deshecho por el reclamante",
  "withdrawal-accepted": "desistimiento aceptado",
  "reconsideration-filed": "reconsideración presentada",
  "new-evidence-asked": "prueba nueva pedida",
  "new-evidence-brought": "prueba nueva presentada",
  "appeal-filed": "apelación presentada",
  "recourse-reclassified": "recurso encauzado",
  "file-elevated": "expediente elevado",
  "tribunal-decided": "decisión del TRASS recibida",
  executed: "cumplimiento",
  "queja-filed": "queja presentada",
  "queja-forwarded": "queja enviada a quien la decide",
  "queja-answered": "respuesta a la queja",
};

/**
 * Who records a fact: the claimant, from an account or as a guest; staff, for the utility or for a claimant who visits
 * or calls; or the system, for a person who did not sign in (an acknowledgement by its key).
 */
export type Actor = Customer | Guest | Staff | System;

/** Returns whether the claimant recorded a fact themselves, with an account or without. */
export function isClaimants(by: Actor): by is Customer | Guest {
  return by.kind === "customer" || by.kind === "guest";
}

/** A fact before it is recorded. Instants are ISO 8601 in UTC; `effectiveAt` is the instant that the evidence shows. */
export type ClaimFact = {
  [Type in ClaimEventType]: { readonly type: Type; readonly effectiveAt: string; readonly by: Actor } & Contents[Type];
}[ClaimEventType];

/** A recorded fact, which is never edited. `recordedAt` is the server's instant. */
export type ClaimEvent = ClaimFact & { readonly recordedAt: string };

/** Facts of one type: `EventOf<"claim-filed">`. */
export type EventOf<Type extends ClaimEventType> = Extract<ClaimEvent, { readonly type: Type }>;

/** Returns the last event of a type, or undefined if there is none. */
export function lastEvent<Type extends ClaimEventType>(
  events: readonly ClaimEvent[],
  type: Type,
): EventOf<Type> | undefined {
  return events.findLast((event): event is EventOf<Type> => event.type === type);
}
