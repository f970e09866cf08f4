import type { CalendarDay } from "./calendar-day.ts";
import type { Actor, ClaimEventType, ClaimFact, ResolutionOutcome, Standing } from "./claim-events.ts";
import { claimEventTypes } from "./claim-events.ts";
import type { Band, ClaimForm, HearingMode, Paper } from "./claim-form.ts";
import type { Cents } from "./money.ts";

/** What is told in a case file besides the facts that change a right. */
export const caseNoteTypes = [
  "inspection-assigned",
  "offer-made",
  "offer-answered",
  "notice-sent",
  "delivery-attempted",
  "document-added",
  "paper-checked",
  "hold-acknowledged",
  "manager-alerted",
] as const;
export type CaseNoteType = (typeof caseNoteTypes)[number];

/** What each entry is called on screens. */
export const caseNoteNames: Readonly<Record<CaseNoteType, string>> = {
  "inspection-assigned": "inspector asignado",
  "offer-made": "propuesta de acuerdo",
  "offer-answered": "respuesta a la propuesta",
  "notice-sent": "aviso enviado",
  "delivery-attempted": "intento de entrega",
  "document-added": "documento agregado al expediente",
  "paper-checked": "archivo revisado",
  "hold-acknowledged": "bloqueo de corte confirmado por el sistema comercial",
  "manager-alerted": "aviso a la gerencia",
};

/** Documents the office makes. */
export const documentKinds = ["claim-cargo", "filing-cargo", "resolution", "reconsideration-resolution"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A document of the office's own, as it stands in the evidence bucket. */
export interface OfficeDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
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

/** Water points of a dwelling: how many, and how many of them leak. */
export interface WaterPoint {
  readonly kind: string;
  readonly count: number;
  readonly leaking: number;
}

/** What was seen inside (acta de inspección interna, digest 4). Readings in m³ with up to three decimals. */
export interface InternalInspection {
  readonly occupants?: number | undefined;
  readonly useUnits?: number | undefined;
  readonly points: readonly WaterPoint[];
  /** All points closed: the meter's reading before and after; it registers if they differ. */
  readonly leakTest?: { readonly before: number; readonly after: number; readonly minutes: number } | undefined;
  readonly leak: "none" | "visible" | "non-visible";
}

/** What was seen from the street (acta de inspección externa, digest 4). */
export interface ExternalInspection {
  readonly meterNumber?: string | undefined;
  readonly reading?: number | undefined;
  readonly meterWorks?: boolean | undefined;
  readonly leakAtBox: boolean;
  readonly premises: string;
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
    readonly papers: readonly Paper[];
    readonly visit?: PlannedVisit | undefined;
    readonly hearing?: PlannedHearing | undefined;
    /** The last day to notify the decision. */
    readonly notifyBy: CalendarDay;
    readonly owner?: Owner | undefined;
    /** Opens the claim without having filed it: 128 bits, told to the claimant alone. */
    readonly claimKey: string;
    /** In the QR of the «No cortar»: 128 bits. */
    readonly holdKey: string;
  };
  "filing-copy-sent": { readonly channel: "email" | "sms" | "letter" };
  "defect-observed": { readonly defects: readonly string[] };
  remedied: { readonly answer: string; readonly papers: readonly Paper[] };
  "claim-accepted": object;
  "claim-extended": { readonly grounds: string; readonly papers: readonly Paper[] };
  "dismissal-proposed": { readonly reason: string };
  "inspection-reported": {
    readonly inspectionId: string;
    readonly startedAt: string;
    readonly attendedBy?: { readonly name: string; readonly relation: string } | undefined;
    readonly internal?: InternalInspection | undefined;
    readonly external: ExternalInspection;
    readonly observations: string;
    readonly photos: readonly Paper[];
    /** Where nobody opened and a visit is left. */
    readonly retry?: PlannedVisit | undefined;
  };
  "hearing-moved": { readonly hearing: PlannedHearing };
  "conciliation-held": {
    readonly startedAt: string;
    readonly attendedBy?: string | undefined;
    readonly companyProposal: string;
    readonly claimantProposal: string;
    readonly agreed: string;
    readonly disagreed: string;
    readonly observations: string;
    readonly acceptedOfferId?: string | undefined;
    /** Evidence that was not there when it was held, and is named in the acta. */
    readonly missing: readonly string[];
  };
  "resolution-issued": {
    readonly reasons: string;
    readonly decision: string;
    /** m³ and amount the month is left at; absent where nothing changes. */
    readonly corrected?: { readonly m3: number; readonly amount: Cents } | undefined;
    readonly evidence: readonly EvidenceItem[];
    readonly document: OfficeDocument;
    /** Who wrote it: they may not sign it, nor may who sent it to signature. */
    readonly draftedBy?: string | undefined;
  };
  "resolution-returned": { readonly reason: string; readonly number: string };
  "resolution-signed": {
    readonly number: string;
    readonly signer: string;
    /** When the signer's second factor was checked. */
    readonly authenticatedAt: string;
    readonly seal: Seal;
  };
  "resolution-dispatched": {
    readonly noticeId: string;
    readonly to: string;
    /** Only by e-mail: opens the notice, 128 bits, told to the claimant alone. */
    readonly noticeKey?: string | undefined;
  };
  "resolution-notified": {
    readonly noticeId: string;
    readonly how: "acknowledged" | "delivered" | "refused" | "left-under-door";
    readonly receiver?:
      | { readonly name: string; readonly document?: string | undefined; readonly relation: string }
      | undefined;
    readonly deviceTime?: string | undefined;
    readonly secondPerson?: string | undefined;
    readonly premises?: string | undefined;
    readonly photos: readonly Paper[];
  };
  "withdrawal-requested": { readonly reason: string };
  "withdrawal-accepted": { readonly reason: string };
  "reconsideration-filed": RecourseDetails;
  "appeal-filed": RecourseDetails;
  "file-elevated": { readonly reference: string };
  "tribunal-decided": { readonly number: string; readonly summary: string; readonly papers: readonly Paper[] };
  executed: { readonly summary: string; readonly reference: string };
}

/** A recourse as filed at the document desk (Formatos 8 and 9). */
interface RecourseDetails {
  readonly filingId: string;
  readonly filingNumber: string;
  readonly grounds: string;
  readonly papers: readonly Paper[];
}

/** Integrity of a document by the utility's key; a signature is the officer's act, not this. */
export interface Seal {
  /** Of the statement that names the document's SHA-256, number, day and signer. */
  readonly signature: string;
  readonly keyId: string;
  readonly algorithm: "ECDSA_SHA_256";
  readonly statement: string;
}

/** What each entry that changes no right says. */
interface NoteDetails extends Record<CaseNoteType, object> {
  "inspection-assigned": { readonly inspectionId: string; readonly inspector: string; readonly name: string };
  "offer-made": Offer;
  "offer-answered": { readonly offerId: string; readonly accepted: boolean; readonly standing: Standing };
  "notice-sent": { readonly seq: number; readonly channel: "email" | "sms"; readonly subject: string };
  "delivery-attempted": {
    readonly noticeId: string;
    readonly outcome: "absent";
    readonly nextOn: CalendarDay;
    readonly premises: string;
    readonly photos: readonly Paper[];
  };
  "document-added": { readonly document: OfficeDocument };
  "paper-checked": { readonly documentId: string; readonly state: "received" | "refused"; readonly reason?: string };
  "hold-acknowledged": { readonly version: number; readonly reference: string };
  "manager-alerted": { readonly reason: string };
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
export type CaseEvent = (CaseFact | CaseNote) & { readonly seq: number; readonly recordedAt: string };

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

/** What a resolution decided, in the words of a screen. */
export const outcomeNames: Readonly<Record<ResolutionOutcome, string>> = {
  upheld: "fundado",
  "partly-upheld": "fundado en parte",
  rejected: "infundado",
  dismissed: "improcedente",
  concluded: "concluido sin decisión sobre el fondo",
};
