import type { CalendarDay } from "./calendar-day.ts";
import type { ClaimType } from "./claim-types.ts";
import type { OfficeChannel } from "./office-hours.ts";
import type { Customer, Staff, System } from "./people.ts";

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

/** What backs a notice: what backs its delivery, or an act of its recipient that shows they know what was notified. */
type NoticeEvidence = DeliveryEvidence | "tacit-notification";

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

/** How an act travels to who must know it (digest 5.6). A mailbox (casilla) tells by itself when it was not opened. */
export const noticeChannels = ["email", "mailbox", "personal"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** The two recourses, as a recourse is judged by its nature and not by its label (digest 1.5, 3.7). */
export const recourseKinds = ["reconsideration", "appeal"] as const;
export type RecourseKind = (typeof recourseKinds)[number];

/** The duty a queja says was infringed (digest 3.8). */
export const quejaGrounds = [
  "delay",
  "missed-deadline",
  "omitted-step",
  "refused-reception",
  "not-elevated",
  "other",
] as const;
export type QuejaGround = (typeof quejaGrounds)[number];

/** What comes back on a queja; for a delay the silence may be declared. */
export const quejaOutcomes = ["queja-upheld", "queja-rejected", "queja-silence"] as const;
export type QuejaOutcome = (typeof quejaOutcomes)[number];

/** What a meter test finds (digest 7.5). */
export const meterTestResults = ["over-registers", "under-registers", "within-tolerance"] as const;
export type MeterTestResult = (typeof meterTestResults)[number];

/** Why a hearing is moved. A day that became a non-working one uses up nobody's one move. */
export const hearingMoveReasons = ["leak-repair", "meter-test", "tribunal", "calendar"] as const;
export type HearingMoveReason = (typeof hearingMoveReasons)[number];

/** Facts of a claim's life that change a right, in the order they usually happen. */
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
 * What each fact says besides who, when and what: only what the state or a clock of the claim needs. `filedOn` is the day
 * a filing bears (`filingDay`), from which the company's terms count.
 */
interface Contents extends Record<ClaimEventType, object> {
  "claim-filed": {
    readonly claimType: ClaimType;
    readonly channel: OfficeChannel;
    readonly standing: Standing;
    readonly filedOn: CalendarDay;
    /**
     * Given at filing; absent where the type asks for no visit, or no hearing. Of a claim that waits for its places, the
     * last day of each term.
     */
    readonly inspectionOn?: CalendarDay;
    readonly hearingOn?: CalendarDay;
    /** Whether the claimant asked for a meter test with it. */
    readonly testAsked?: true;
  };
  "filing-copy-sent": object;
  /** Said once, in a single act. It starts nothing: its notice does. */
  "defect-observed": object;
  "defect-notified": object;
  remedied: object;
  "claim-accepted": object;
  "claim-extended": object;
  /** A wrong label is no obstacle (encauzamiento). */
  reclassified: { readonly claimType: ClaimType };
  "dismissal-proposed": { readonly ground: DismissalGround };
  "inspection-reported": { readonly outcome: VisitOutcome };
  /** Effective at its notice. */
  "leak-repair-required": object;
  "leak-verified": { readonly repaired: boolean };
  "meter-test-asked": object;
  "meter-test-ordered": { readonly testOn: CalendarDay };
  /** Effective when the claimant was told when and where. */
  "meter-test-notified": object;
  "meter-test-reported": { readonly result: MeterTestResult };
  "hearing-moved": { readonly hearingOn: CalendarDay; readonly reason: HearingMoveReason };
  /** A claim that was filed without a place for its hearing, where its terms ran all the same, is given one. */
  "appointments-given": { readonly hearingOn: CalendarDay };
  /** `standing` is of who attended for the claimant. */
  "conciliation-held":
    | { readonly agreement: "total" | "partial"; readonly standing: Standing }
    | { readonly agreement: "none" | "absence" };
  /** By another than who then sends the resolution to signature. */
  "checklist-overridden": object;
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
  "resolution-dispatched": { readonly channel: NoticeChannel };
  /** Effective when the delivery took effect, not when it was sent. */
  "resolution-notified": { readonly evidence: readonly NoticeEvidence[] };
  /** A material error of a signed act, put right and notified. */
  rectified: object;
  /** Positive silence as an act: what was deemed granted is told to both sides. */
  "silence-certified": object;
  /** Of the procedure, which may be claimed again, or of the claim itself; of the recourse while there is one. */
  "withdrawal-requested": { readonly of: "procedure" | "claim"; readonly standing: Standing };
  "withdrawal-accepted": object;
  "reconsideration-filed": { readonly filedOn: CalendarDay; readonly newEvidence: boolean };
  /** Once, of a reconsideration that came without any (digest 3.7). Effective at its notice. */
  "new-evidence-asked": object;
  /** Asked for or not: whatever comes before the decision counts with it. */
  "new-evidence-brought": object;
  /** Together with a reconsideration it is kept for when that is decided (digest 3.3). */
  "appeal-filed": { readonly filedOn: CalendarDay; readonly newEvidence?: boolean };
  "recourse-reclassified": { readonly as: RecourseKind };
  /** Effective when the tribunal received the file. */
  "file-elevated": object;
  /** Effective when received. What is sent back is decided again in the order's working days. */
  "tribunal-decided":
    | { readonly outcome: Exclude<TribunalOutcome, `back-${string}`> }
    | { readonly outcome: Extract<TribunalOutcome, `back-${string}`>; readonly termDays: number };
  executed: object;
  "queja-filed": { readonly filedOn: CalendarDay; readonly ground: QuejaGround };
  "queja-forwarded": object;
  "queja-answered": { readonly outcome: QuejaOutcome };
}

/** What each fact is called on screens. */
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
  "checklist-overridden": "medio probatorio dispensado",
  "resolution-issued": "resolución enviada a firma",
  "resolution-returned": "resolución devuelta sin firma",
  "resolution-signed": "resolución firmada",
  "resolution-dispatched": "resolución despachada",
  "resolution-notified": "resolución notificada",
  rectified: "error material rectificado",
  "silence-certified": "silencio positivo constatado",
  "withdrawal-requested": "desistimiento solicitado",
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
