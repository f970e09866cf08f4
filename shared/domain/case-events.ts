import type { ActOnBehalf, Confirmation, ConfirmedAct } from "./act-on-behalf.ts";
import type { RemindedAct } from "./awaits-claimant.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { GuardedCopy } from "./case-copy.ts";
import type {
  Actor,
  ClaimEventType,
  ClaimFact,
  NoticeChannel,
  RecourseKind,
  ResolutionOutcome,
  Standing,
  VisitOutcome,
} from "./claim-events.ts";
import { claimEventTypes } from "./claim-events.ts";
import type { Attachment, Band, CheckedState, ClaimForm, DisputedReceipt, HearingMode } from "./claim-form.ts";
import type { ClaimState, ClockId } from "./claim-states.ts";
import type { ClaimType, ProblemType, ReportKind } from "./claim-types.ts";
import type { ClockChange, CountedTerm } from "./clock-changes.ts";
import type { RecordedControl } from "./control-file.ts";
import type { ExternalInspection, InternalInspection } from "./inspection.ts";
import type { Cents } from "./money.ts";
import type { MovedDate } from "./moved-dates.ts";
import type { HandSignature, SignatureWay, SignerCertificate } from "./signature.ts";

/** What is told in a case file besides the facts that change a right. */
export const caseNoteTypes = [
  "appointments-waiting",
  "visit-shared",
  "claims-joined",
  "inspection-assigned",
  "visit-moved",
  "hearing-mode-chosen",
  "hearing-link-set",
  "hearing-reminded",
  "act-reminded",
  "hearing-called",
  "offer-made",
  "offer-answered",
  "confirmation-asked",
  "notice-sent",
  "notice-delivered",
  "notice-delayed",
  "notice-bounced",
  "notice-complained",
  "notice-dispatched",
  "notice-acknowledged",
  "notice-consent",
  "delivery-attempted",
  "delivery-claimed",
  "submission-received",
  "late-inspection",
  "taken-as-problem",
  "evidence-added",
  "control-recorded",
  "document-added",
  "attachment-checked",
  "attachment-missing",
  "copy-asked",
  "attachment-attended",
  "hold-acknowledged",
  "adjustment-acknowledged",
  "manager-alerted",
  "holder-not-matched",
  "standing-proved",
  "lapse-notified",
  "dates-moved",
  "access-decided",
  "case-file-exported",
  "copy-handed-over",
  "document-frozen",
  "document-returned",
  "document-signed",
  "hand-signature-claimed",
  "hand-signature-refused",
] as const;
export type CaseNoteType = (typeof caseNoteTypes)[number];

/** What each entry is called on screens. */
export const caseNoteNames: Readonly<Record<CaseNoteType, string>> = {
  "appointments-waiting": "fecha de audiencia y visita por dar",
  "visit-shared": "visita común con otro reclamo",
  "claims-joined": "reclamos acumulados",
  "inspection-assigned": "inspector asignado",
  "visit-moved": "visita reprogramada",
  "hearing-mode-chosen": "forma de la audiencia elegida",
  "hearing-link-set": "enlace de la audiencia",
  "hearing-reminded": "recordatorio de la audiencia",
  "act-reminded": "recordatorio de un plazo o una visita",
  "hearing-called": "llamada a quien falta a la audiencia",
  "offer-made": "propuesta de acuerdo",
  "offer-answered": "respuesta a la propuesta",
  "confirmation-asked": "código pedido para confirmar",
  "notice-sent": "aviso enviado",
  "notice-delivered": "aviso entregado",
  "notice-delayed": "aviso demorado",
  "notice-bounced": "aviso que no llegó",
  "notice-complained": "correo marcado como no deseado",
  "notice-dispatched": "notificación enviada",
  "notice-acknowledged": "acuse de una notificación",
  "notice-consent": "consentimiento para notificar",
  "delivery-attempted": "intento de entrega",
  "delivery-claimed": "entrega por confirmar",
  "submission-received": "documento presentado",
  "late-inspection": "inspección informada fuera de su momento",
  "taken-as-problem": "encauzado a una solicitud de atención",
  "evidence-added": "prueba agregada por la empresa",
  "control-recorded": "control antes de facturar registrado",
  "document-added": "documento agregado al expediente",
  "attachment-checked": "archivo revisado",
  "attachment-missing": "archivo que no llegó",
  "copy-asked": "copia de un archivo pedida",
  "attachment-attended": "archivo atendido",
  "hold-acknowledged": "bloqueo de corte confirmado por el sistema comercial",
  "adjustment-acknowledged": "corrección del recibo confirmada por el sistema comercial",
  "manager-alerted": "aviso a la gerencia",
  "holder-not-matched": "documento que no coincide con el padrón",
  "standing-proved": "prueba de que puede reclamar",
  "lapse-notified": "aviso de un plazo que venció",
  "dates-moved": "cambio de fechas por el calendario",
  "access-decided": "acceso a una pieza decidido",
  "case-file-exported": "expediente formado para el tribunal",
  "copy-handed-over": "copia del expediente entregada",
  "document-frozen": "documento enviado a firma",
  "document-returned": "documento devuelto sin firma",
  "document-signed": "documento firmado",
  "hand-signature-claimed": "firma a mano por confirmar",
  "hand-signature-refused": "firma a mano no confirmada",
};

/** Documents the office makes. */
export const documentKinds = [
  "claim-cargo",
  "do-not-cut",
  "silence-certificate",
  "submission-constancia",
  "outage-certificate",
  "submission-cargo",
  "submission-observation",
  "submission-answer",
  "person-data",
  "resolution",
  "reconsideration-resolution",
  "rectification",
  "case-file-index",
  "case-file-manifest",
  "claim-form",
  "telephone-copy",
  "billing-summary",
  "inspection-notice",
  "absence-notice",
  "internal-inspection",
  "external-inspection",
  "atypical-notice",
  "leak-requirement",
  "meter-test-right",
  "meter-test-notice",
  "meter-test-result",
  "conciliation-summons",
  "conciliation-record",
  "observation",
  "not-presented",
  "notification-record",
  "reconsideration-form",
  "evidence-request",
  "appeal-form",
  "elevation-letter",
  "elevation-notice",
  "withdrawal-acceptance",
  "compliance-letter",
  "payment-due",
  "problem-form",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Papers that are of no case, and are checked by their code all the same. */
export const printedKinds = ["leaflet", "blank-form", "receipt"] as const;
export type PrintedKind = (typeof printedKinds)[number];

/** A document of the office's own, as it stands in the evidence bucket. */
export interface OfficeDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Printed on it with a QR: by it anybody checks the document. */
  readonly verificationCode: string;
}

/** A visit as planned: one inspector does what the type asks for in one band. */
export interface PlannedVisit extends Band {
  readonly inspectionId: string;
  /** Where there was no place by the target day: taken all the same, and the manager is told. */
  readonly late: boolean;
}

/** When the hearing is held: the person is called, or comes, at `at` (`HH:MM`, Lima). */
export interface PlannedHearing {
  readonly on: CalendarDay;
  readonly at: string;
  readonly mode: HearingMode;
}

/** Who answers for a claim (one of the staff): shown to the customer. */
export interface Owner {
  readonly sub: string;
  readonly name: string;
  readonly extension: string;
}

/** An offer to settle: what the month would cost at another volume (digest 3.5). */
export interface Offer {
  readonly offerId: string;
  readonly receiptNumber: string;
  readonly m3: number;
  /** The receipt's month as billed, and as it would be. */
  readonly before: Cents;
  readonly after: Cents;
  readonly terms: string;
  /** The last day it may be answered. */
  readonly until: CalendarDay;
}

/** An item of the evidence the type asks for, when the resolution was issued (digest 2.1). */
export interface EvidenceItem {
  readonly item: string;
  readonly status: "present" | "missing" | "not-asked";
  /** Why it goes without what is missing. */
  readonly override?: string | undefined;
}

/** What each fact says besides what its state needs: never edited, shown to whom it concerns. */
interface FactDetails extends Record<ClaimEventType, object> {
  "claim-filed": {
    readonly code: string;
    readonly form: ClaimForm;
    readonly attachments: readonly Attachment[];
    /** Until when each receipt could be claimed, and how that was counted. */
    readonly windows?: readonly { readonly number: string; readonly term: CountedTerm }[] | undefined;
    /** Where the supply is, as its receipt said. */
    readonly supplyAddress?: string | undefined;
    /** Who of the staff typed it, by name. */
    readonly typedBy?: string | undefined;
    readonly visit?: PlannedVisit | undefined;
    readonly hearing?: PlannedHearing | undefined;
    /** The last day on which the decision can be notified in time. */
    readonly notifyBy: CalendarDay;
    readonly owner?: Owner | undefined;
    /** The request for attention that was not solved in its time, which this claim follows (digest 2.2, 2.3). */
    readonly problem?: ClaimedProblem | undefined;
    /** Opens the claim without having filed it: 128 bits, told to the claimant alone. */
    readonly claimKey: string;
    /** In the QR of the «No cortar»: 128 bits. */
    readonly holdKey: string;
  };
  "submission-copy-sent": { readonly channel: "email" | "sms" | "letter" };
  "defect-observed": { readonly defects: readonly string[] };
  /** How the person came to know, and by which notice. */
  "defect-notified": {
    readonly noticeId?: string | undefined;
    readonly how: NoticeProof;
    /** Of what was taken to an address. */
    readonly receiver?: Receiver | undefined;
    readonly premises?: string | undefined;
    readonly photos?: readonly Attachment[] | undefined;
  };
  remedied: { readonly answer: string; readonly attachments: readonly Attachment[] } & ActOnBehalf;
  "claim-accepted": object;
  "claim-extended": {
    readonly grounds: string;
    /** Months of the same supply that are claimed besides. */
    readonly receipts?: readonly DisputedReceipt[] | undefined;
    readonly attachments: readonly Attachment[];
  } & ActOnBehalf;
  reclassified: {
    readonly from: ClaimType;
    readonly reason: string;
    /** Where the new type asks for a visit and none was planned. */
    readonly visit?: PlannedVisit | undefined;
  };
  "dismissal-proposed": { readonly reason: string };
  "inspection-reported": {
    readonly inspectionId: string;
    readonly startedAt: string;
    /** Absent: nobody wrote down when it ended. */
    readonly endedAt?: string | undefined;
    readonly attendedBy?: { readonly name: string; readonly relation: string } | undefined;
    /** Why who attended does not sign the acta. */
    readonly unsigned?: string | undefined;
    readonly internal?: InternalInspection | undefined;
    readonly external: ExternalInspection;
    readonly observations: string;
    readonly photos: readonly Attachment[];
    /** Where nobody opened and a visit is left. */
    readonly retry?: PlannedVisit | undefined;
  };
  "leak-repair-required": { readonly text: string; readonly noticeId?: string | undefined };
  "leak-verified": {
    readonly inspectionId?: string | undefined;
    readonly observations: string;
    readonly photos: readonly Attachment[];
  };
  "meter-test-asked": { readonly costAccepted: boolean };
  "meter-test-ordered": { readonly tester: string; readonly at: string; readonly place: string };
  "meter-test-notified": { readonly noticeId?: string | undefined; readonly how: NoticeProof };
  "meter-test-reported": {
    readonly certificate: string;
    readonly errorPercent?: number | undefined;
    readonly payer: "company" | "claimant";
    readonly attachments: readonly Attachment[];
  };
  "hearing-moved": { readonly hearing: PlannedHearing };
  "appointments-given": {
    readonly hearing: PlannedHearing;
    /** Where the type asks for one. */
    readonly visit?: PlannedVisit | undefined;
    readonly reason: string;
  };
  "conciliation-held": {
    readonly startedAt: string;
    /** Absent: nobody wrote down when it ended. */
    readonly endedAt?: string | undefined;
    readonly attendedBy?: string | undefined;
    /** Who sat for the company; absent in what was recorded before it was asked. */
    readonly companyBy?: CompanyRepresentative | undefined;
    readonly companyProposal: string;
    readonly claimantProposal: string;
    readonly agreed: string;
    readonly disagreed: string;
    readonly observations: string;
    readonly acceptedOfferId?: string | undefined;
    /** How the claimant confirmed what was agreed, where it is no offer they accepted. */
    readonly confirmed?: Confirmation | undefined;
    /** Evidence that was not there when it was held, and is named in the acta. */
    readonly missing: readonly string[];
  };
  "checklist-overridden": { readonly items: readonly string[]; readonly reason: string };
  "resolution-issued": {
    readonly reasons: string;
    readonly decision: string;
    readonly months: readonly MonthDecision[];
    readonly evidence: readonly EvidenceItem[];
    readonly document: OfficeDocument;
    /** Who wrote it: they may not sign it, nor may who sent it to signature. */
    readonly draftedBy?: string | undefined;
  };
  "resolution-returned": { readonly reason: string; readonly number: string };
  "resolution-signed": { readonly number: string } & SignedDetails;
  "resolution-dispatched": {
    readonly noticeId: string;
    readonly to: string;
    /** Not where it is carried: opens the notice, 128 bits, told to the claimant alone. */
    readonly noticeKey?: string | undefined;
  };
  "resolution-notified": DeliveryDetails & {
    /** Another of the staff, who confirmed a delivery that was written down late. */
    readonly secondPerson?: SecondPerson | undefined;
  };
  /** Happens when it is signed. */
  rectified: Correction & {
    /** The entry that froze what was signed; absent, with its signature, in what was rectified by a seal alone. */
    readonly frozen?: number | undefined;
    /** Its own, among the office's resolutions. */
    readonly number?: string | undefined;
  } & Partial<SignedDetails>;
  /** The certificate is frozen and sealed here, and signed later: what it tells holds without it. */
  "silence-certified": {
    readonly document?: OfficeDocument | undefined;
    /** Each receipt at what was asked: it is what silence grants. */
    readonly corrected: readonly CorrectedReceipt[];
  };
  "withdrawal-requested": { readonly reason: string } & ActOnBehalf;
  /** Happens when its resolution is signed. */
  "withdrawal-accepted": {
    readonly reason: string;
    /** The entry that froze what was signed; absent, with its signature, where it was accepted before acceptances were signed. */
    readonly frozen?: number | undefined;
    /** Of the office's resolutions; absent where it was accepted before acceptances had one. */
    readonly number?: string | undefined;
  } & Partial<SignedDetails>;
  "reconsideration-filed": RecourseDetails;
  "new-evidence-asked": { readonly text: string; readonly noticeId?: string | undefined };
  "new-evidence-brought": { readonly answer: string; readonly attachments: readonly Attachment[] } & ActOnBehalf;
  "appeal-filed": RecourseDetails;
  "recourse-reclassified": { readonly reason: string };
  "file-elevated": {
    readonly reference: string;
    /** The manifest of the copy that was made for the tribunal, by which anybody checks what was sent; none was made where absent. */
    readonly manifestSha256?: string | undefined;
  };
  "tribunal-decided": {
    readonly number: string;
    readonly summary: string;
    /** What it decided of each receipt, where it is put in figures. */
    readonly months?: readonly MonthDecision[] | undefined;
    readonly attachments: readonly Attachment[];
  };
  executed: { readonly summary: string; readonly reference: string };
  "queja-filed": {
    readonly duty: string;
    readonly facts: string;
    readonly attachments: readonly Attachment[];
    readonly submissionId: string;
    readonly submissionNumber: string;
  } & ActOnBehalf;
  "queja-forwarded": { readonly to: "TRASS" | "SUPERIOR"; readonly reference: string };
  "queja-answered": { readonly summary: string; readonly attachments: readonly Attachment[] };
}

/** Who represents the company in a hearing, and in what charge. */
export interface CompanyRepresentative {
  readonly name: string;
  readonly charge: string;
}

/** A material error of a resolution, by its number. */
export interface Correction {
  readonly of: string;
  readonly says: string;
  readonly should: string;
}

/** One of the staff who saw with their own eyes what another wrote down. */
export interface SecondPerson {
  readonly sub: string;
  readonly name: string;
}

/** The signature on a frozen document, whichever act it is. */
export interface SignedDetails {
  readonly signer: string;
  /** When the signer's second factor was checked. */
  readonly authenticatedAt: string;
  readonly seal: Seal;
  /** Absent in what was signed with the second factor alone. */
  readonly way?: SignatureWay | undefined;
  /** The signed file: from then on it is the document, and the one it was signed on stays beside it. */
  readonly document?: OfficeDocument | undefined;
  readonly certificate?: SignerCertificate | undefined;
  readonly hand?: HandSignature | undefined;
  /** Who saw on the scan of a signature by hand that it is of this document. */
  readonly secondPerson?: SecondPerson | undefined;
}

/** The request a claim follows, with what had been done about it by then. */
export interface ClaimedProblem {
  readonly problemId: string;
  readonly code: string;
  readonly attentions?: readonly { readonly at: string; readonly text: string }[] | undefined;
}

/** How a decision came to its recipient. */
interface DeliveryDetails {
  readonly noticeId: string;
  readonly how: "acknowledged" | "delivered" | "refused" | "left-under-door" | "tacit-notification";
  readonly receiver?: Receiver | undefined;
  /** When it was handed over, where that was no working hour: it took effect later. */
  readonly deliveredAt?: string | undefined;
  readonly deviceTime?: string | undefined;
  readonly premises?: string | undefined;
  readonly photos: readonly Attachment[];
}

/** Who received what was taken to an address, or somebody there for them. */
export interface Receiver {
  readonly name: string;
  readonly document?: string | undefined;
  readonly relation: string;
}

/** Acts told beside the resolution: each takes effect at its notice, but for the summons, which is only told again. */
export const notifiedActs = ["observation", "leak-repair", "meter-test", "hearing", "new-evidence"] as const;
export type NotifiedAct = (typeof notifiedActs)[number];

/** What came of a call to a claimant who is missing from their hearing. */
export const callResults = ["no-answer", "unreachable", "wrong-number", "declined"] as const;
export type CallResult = (typeof callResults)[number];

/** When a claimant is reminded of their hearing: from the working day before it on, and on its day. */
export type Reminder = "day-before" | "same-day";

/** What a provider tells of what was sent, each once: `effectiveAt` is when it happened there. */
interface NoticeFate {
  /** Of the entry that was told. */
  readonly seq: number;
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly messageId: string;
}

/** Why something sent did not come: no such address; not now, after all tries; not sent on; nobody knows. */
export const bounceReasons = ["permanent", "passing", "refused", "unknown"] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** How the effect of a notice is known (digest 5.6). */
export type NoticeProof =
  | "notified-in-person"
  | "notified-by-telephone"
  | "acknowledged"
  | "delivered"
  | "tacit-notification";

/** What nobody is notified by without having agreed to it. */
export type ConsentedChannel = Exclude<NoticeChannel, "personal">;

/** What a receipt is left at, in m³ and in money. */
export interface CorrectedReceipt {
  readonly receiptNumber: string;
  readonly period: string;
  readonly m3: number;
  readonly amount: Cents;
}

/** What a resolution decides of one receipt, and what it leaves it at; absent where nothing changes. */
export interface MonthDecision {
  readonly receiptNumber: string;
  readonly period: string;
  readonly outcome: ResolutionOutcome;
  readonly corrected?: { readonly m3: number; readonly amount: Cents } | undefined;
  /** Why the officer departs from what the law gives for an atypical month without a leak (row 27). */
  readonly departure?: string | undefined;
  /** It is left at its average by the rule of leaks, which may be used once in twelve months (digest 7.4). */
  readonly byLeakRule?: true | undefined;
}

/** A recourse as filed at the document desk (Formatos 8 and 9). */
interface RecourseDetails extends ActOnBehalf {
  readonly submissionId: string;
  readonly submissionNumber: string;
  /** What its claimant called it, where it is the other. */
  readonly label?: RecourseKind | undefined;
  readonly grounds: string;
  readonly attachments: readonly Attachment[];
}

/** Integrity of a document by the utility's key; a signature is the officer's act, not this. */
export interface Seal {
  /** Of the statement that names the document's SHA-256, number, day and signer. */
  readonly signature: string;
  readonly keyId: string;
  readonly algorithm: "ECDSA_SHA_256";
  readonly statement: string;
  /** The files whose list the statement names by its hash: it can be shown to somebody who may not see their names. */
  readonly received?: readonly ReceivedFile[] | undefined;
}

/** A file as it was received: its name as it came, its SHA-256 in hexadecimal. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly sha256: string;
}

/** A file that was filed and never came, or that nobody could read, and what is said of it. */
export interface FollowedAttachment {
  readonly documentId: string;
  readonly fileName: string;
  readonly text?: string | undefined;
}

/** Another claim, as an entry names it. */
export interface NamedClaim {
  readonly claimId: string;
  readonly code: string;
}

/** Why a claim waits for its places, and the last working day on which they can still be given in time. */
export interface WaitingAppointments {
  readonly giveBy: CalendarDay;
  /** A claim of the same supply and type about some same month (digest 1.5). */
  readonly sameAs?: NamedClaim | undefined;
  /** Claims of the same supply or account on that day, this one with them, where those are more than take places by themselves. */
  readonly sameDay?: number | undefined;
}

/** What each entry that changes no right says. */
interface NoteDetails extends Record<CaseNoteType, object> {
  /** It took no place as it was filed: an analyst gives it its own, or joins it with the claim it is the same as. */
  "appointments-waiting": WaitingAppointments;
  /** A visit that is made for another claim of the supply serves this one too: it takes no place of its own. */
  "visit-shared": { readonly inspectionId: string; readonly with: NamedClaim };
  /** Told in both: they share hearing and visit, and each keeps its terms and gets its own answer (LPAG 160). */
  "claims-joined": { readonly with: NamedClaim; readonly reason: string };
  "inspection-assigned": { readonly inspectionId: string; readonly inspector: string; readonly name: string };
  /** Its day became a non-working one; whoever had to make it makes it on the new one. */
  "visit-moved": { readonly before: CalendarDay; readonly visit: PlannedVisit };
  /** Chosen by the claimant after filing; `telephone` is where they are called for it, if they said so. */
  "hearing-mode-chosen": { readonly mode: HearingMode; readonly telephone?: string | undefined } & ActOnBehalf;
  /** Of a hearing by video, for its day and hour: it counts no more once the hearing moves. */
  "hearing-link-set": { readonly on: CalendarDay; readonly at: string; readonly link: string };
  /** Of what waited for the claimant, the working day before its day. */
  "act-reminded": { readonly act: RemindedAct; readonly day: CalendarDay };
  "hearing-reminded": { readonly on: CalendarDay; readonly at: string; readonly when: Reminder };
  /** Effective when the claimant was called. */
  "hearing-called": { readonly number: string; readonly result: CallResult };
  "offer-made": Offer;
  "offer-answered": { readonly offerId: string; readonly accepted: boolean; readonly standing: Standing } & ActOnBehalf;
  "confirmation-asked": {
    readonly confirmationId: string;
    readonly act: ConfirmedAct;
    /** Of a withdrawal. */
    readonly withdrawn?: "claim" | "procedure" | "recourse" | undefined;
    /** What was written down, which the person confirms. */
    readonly says: string;
    /** Of all that was written down, its files too. */
    readonly contentHash: string;
    readonly channel: "email" | "sms";
    /** An instant. */
    readonly until: string;
  };
  "notice-sent": {
    /** Of the entry that was told. */
    readonly seq: number;
    readonly channel: "email" | "sms";
    readonly subject: string;
    /** Of what was sent, as it stands in the evidence: subject, text and address. Absent before it was kept there. */
    readonly sha256?: string | undefined;
    readonly to?: string | undefined;
    /** What its provider calls it. */
    readonly messageId?: string | undefined;
  };
  /** At the mail server or the carrier of its addressee: proof that it came there, not that anybody read it. */
  "notice-delivered": NoticeFate;
  /** Its provider goes on trying. */
  "notice-delayed": NoticeFate;
  "notice-bounced": NoticeFate & { readonly reason: BounceReason };
  /** Its addressee took it for spam: nothing more goes there by mail. */
  "notice-complained": NoticeFate;
  "notice-dispatched": {
    readonly noticeId: string;
    readonly of: NotifiedAct;
    /** What is told, read once it is acknowledged. */
    readonly says: readonly string[];
    readonly to: string;
    /** Opens the notice, 128 bits, told to the claimant alone. */
    readonly noticeKey: string;
  };
  "notice-acknowledged": { readonly noticeId: string };
  /** What the claimant agrees to since: the form says what they agreed to at filing. */
  "notice-consent": { readonly channel: ConsentedChannel; readonly granted: boolean };
  "delivery-attempted": {
    readonly noticeId: string;
    readonly outcome: "absent";
    readonly nextOn: CalendarDay;
    readonly premises: string;
    readonly photos: readonly Attachment[];
  };
  /** A delivery that is written down late: it notifies once another person of the staff confirms it. */
  "delivery-claimed": DeliveryDetails;
  /** A document of the document desk that is of this claim: effective when it was presented. */
  "submission-received": {
    readonly submissionId: string;
    readonly submissionNumber: string;
    readonly subject: string;
    readonly attachments: readonly Attachment[];
  };
  /** A visit reported in a state that takes none any more: kept, and proof of nothing decided before. */
  "late-inspection": { readonly outcome: VisitOutcome } & FactDetails["inspection-reported"];
  /** The claim is of a problem: the request for attention that was filed for it, as of the claim's own day. */
  "taken-as-problem": Omit<ClaimedProblem, "attentions"> & {
    readonly problemType: ProblemType;
    readonly reason: string;
  };
  /** What an area of the company reports or holds. */
  "evidence-added": {
    readonly kind: ReportKind;
    readonly summary: string;
    /** Who looked for records and found that there are none; absent where the attachments are the record. */
    readonly noneFoundBy?: string | undefined;
    readonly attachments: readonly Attachment[];
  };
  /** The control of a month that file E did not bring (digest 7.4), as who investigates found it on record. */
  "control-recorded": RecordedControl;
  "document-added": { readonly document: OfficeDocument };
  "attachment-checked": { readonly documentId: string; readonly state: CheckedState; readonly reason?: string };
  "attachment-missing": FollowedAttachment;
  "copy-asked": FollowedAttachment;
  "attachment-attended": FollowedAttachment;
  "hold-acknowledged": { readonly version: number; readonly reference: string };
  "adjustment-acknowledged": {
    readonly receiptNumber: string;
    readonly version: number;
    /** What it answers, by key: nothing where it settles nothing yet. */
    readonly settled: readonly string[];
    readonly reference: string;
  };
  "manager-alerted": {
    readonly reason: string;
    /** Of a decision not notified yet: on which day of which term, and by which calendar. */
    readonly late?: { readonly clock: ClockId; readonly day: number; readonly calendarVersion: string } | undefined;
  };
  /** The document of who claims as holder is not the register's; which it is, is not said. */
  "holder-not-matched": object;
  /** What they showed to prove that they are the holder or use the service. */
  "standing-proved": { readonly shown: string };
  /** A state that time alone brought. */
  "lapse-notified": { readonly state: ClaimState; readonly since: CalendarDay };
  "dates-moved": {
    /** Of the calendars, and what it is called. */
    readonly version: number;
    readonly calendarVersion: string;
    readonly why: string;
    readonly moved: readonly MovedDate[];
  };
  /** Whether a reader may have what an entry brought, which tells of other people, or may. */
  "access-decided": {
    readonly seq: number;
    readonly copy: GuardedCopy;
    readonly open: boolean;
    readonly reason: string;
  };
  /** The tribunal's copy, as it was made: what stood in the file by the entry `upTo`. */
  "case-file-exported": {
    /** Its index. */
    readonly document: OfficeDocument;
    readonly upTo: number;
    readonly on: CalendarDay;
    /** Hexadecimal SHA-256 of `manifest.json`, which names every file of it. */
    readonly manifestSha256: string;
    readonly folios: number;
    readonly parts: number;
  };
  /** The claimant's copy as the office gave it to them, or to who came for them: effective when it was handed over. */
  "copy-handed-over": {
    readonly copyId: string;
    /** Hexadecimal SHA-256 of its `manifest.json`. */
    readonly manifestSha256: string;
    readonly folios: number;
    readonly receiver: Receiver;
  };
  /** Sent to signature, besides resolutions and certificates of silence: its bytes, number and date are fixed. */
  "document-frozen": {
    readonly number: string;
    readonly document: OfficeDocument;
    /** Of a rectification: what it puts right once it is signed. */
    readonly rectifies?: Correction | undefined;
    /** Of the acceptance of a withdrawal: why it is accepted, once it is signed. */
    readonly accepts?: { readonly reason: string } | undefined;
  };
  /** Of the entry that froze it: nobody signs it any more. */
  "document-returned": { readonly of: number; readonly number: string; readonly reason: string };
  /** Of the entry that froze it: what is signed and moves nothing. */
  "document-signed": { readonly of: number; readonly number: string } & SignedDetails;
  /** A signature on paper, effective on its day: it counts once another person of the staff has seen the scan. */
  "hand-signature-claimed": {
    /** The entry that froze what was signed. */
    readonly of: number;
    readonly number: string;
    readonly authenticatedAt: string;
    readonly scan: OfficeDocument;
    /** The upload it came as, whose pages were drawn. */
    readonly uploadId?: string | undefined;
    readonly hand: HandSignature;
  };
  /** Who looked at the scan did not see what was written down: the document waits for a signature again. */
  "hand-signature-refused": { readonly of: number; readonly number: string; readonly reason: string };
}

/** A fact of a claim's life with all it says. */
export type FactOf<Type extends ClaimEventType> = Extract<ClaimFact, { readonly type: Type }> & {
  readonly details: FactDetails[Type];
};

/** An entry that changes no right. */
export type NoteOf<Type extends CaseNoteType> = {
  readonly type: Type;
  readonly effectiveAt: string;
  readonly by: Actor;
  readonly details: NoteDetails[Type];
};

/** What may be written in a case file. */
export type CaseFact = { [Type in ClaimEventType]: FactOf<Type> }[ClaimEventType];
export type CaseNote = { [Type in CaseNoteType]: NoteOf<Type> }[CaseNoteType];
export type CaseEventType = ClaimEventType | CaseNoteType;

/** An entry as it stands in the case file, from 1 on, never edited. */
export type CaseEvent = (CaseFact | CaseNote) & {
  readonly seq: number;
  readonly recordedAt: string;
  /** What a fact did to the clocks, as they were counted then. */
  readonly clocks?: readonly ClockChange[];
};

/** Entries of one type: `CaseEventOf<"offer-made">`. */
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>;

/** Whether an entry is a fact: what the claim's state is made of. */
export function isFact<Entry extends CaseEvent | CaseFact | CaseNote>(
  entry: Entry,
): entry is Extract<Entry, { readonly type: ClaimEventType }> {
  return claimEventTypes.some((type) => type === entry.type);
}

/** The entries of a type, in order. */
export function entriesOf<Type extends CaseEventType>(
  events: readonly CaseEvent[],
  type: Type,
): readonly CaseEventOf<Type>[] {
  return events.filter((event): event is CaseEventOf<Type> => event.type === type);
}

/** The last entry of a type, if any. */
export function lastEntry<Type extends CaseEventType>(
  events: readonly CaseEvent[],
  type: Type,
): CaseEventOf<Type> | undefined {
  return entriesOf(events, type).at(-1);
}

/** The documents of the office's own that an entry names. */
export function documentsIn({ details }: CaseEvent): readonly OfficeDocument[] {
  return "document" in details && details.document ? [details.document] : [];
}

/** What a resolution decided, in the words of a screen. */
export const outcomeNames: Readonly<Record<ResolutionOutcome, string>> = {
  upheld: "fundado",
  "partly-upheld": "fundado en parte",
  rejected: "infundado",
  dismissed: "improcedente",
  concluded: "concluido sin decisión sobre el fondo",
};
