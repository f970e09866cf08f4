import type { CalendarDay } from "./calendar-day.ts";
import type { Standing } from "./claim-events.ts";
import type { Cents } from "./money.ts";

/** Documents a person is told apart by (Formato 2). */
export const personDocumentKinds = ["DNI", "CE", "RUC", "PASSPORT"] as const;
export type PersonDocumentKind = (typeof personDocumentKinds)[number];

export interface PersonDocument {
  readonly kind: PersonDocumentKind;
  readonly number: string;
}

/** How a hearing is held (digest 3.5). */
export const hearingModes = ["telephone", "virtual", "in-person"] as const;
export type HearingMode = (typeof hearingModes)[number];

/** When a person can be visited. */
export const visitPreferences = ["morning", "afternoon", "any"] as const;
export type VisitPreference = (typeof visitPreferences)[number];

/** Whether the person looked for leaks before claiming (the dispute's fourth question). */
export const leakChecks = ["none-found", "found-and-repaired", "not-yet", "not-known"] as const;
export type LeakCheck = (typeof leakChecks)[number];

/** What the person wants done. */
export const requests = [
  "bill-normal-use",
  "correct-reading",
  "change-tariff",
  "remove-charge",
  "solve-problem",
  "other",
] as const;
export type Request = (typeof requests)[number];

/** The claimant of Formato 2 (digest 1.3). A company states its name besides its representative's. */
export interface Claimant {
  readonly givenNames: string;
  readonly paternalSurname: string;
  readonly maternalSurname?: string | undefined;
  readonly companyName?: string | undefined;
  /** Absent where the person did not give it: filed all the same, and observed (digest 1.5). */
  readonly document?: PersonDocument | undefined;
  readonly standing: Standing;
  /** Where attachments are taken (domicilio procesal); empty where the person did not say. */
  readonly address: string;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  /** Whether the person agreed to be notified by e-mail: its own explicit answer (LPAG 20.4). */
  readonly notifyByEmail: boolean;
}

/** The receipt a claim is about, as it stood when it was filed. */
export interface DisputedReceipt {
  readonly number: string;
  readonly period: string;
  readonly m3: number;
  readonly amount: Cents;
}

/** How a person declares that what they claim is true: what stands for their signature (digest 1.3). */
export const declarationWays = ["checkbox-signed-in", "voice", "signature"] as const;
export type DeclarationWay = (typeof declarationWays)[number];

interface Declaration {
  readonly how: DeclarationWay;
  /** An instant. */
  readonly at: string;
  /** The words they declared. */
  readonly text: string;
}

/** What a person says when they claim: Formato 2 (digest 1.3) and the questions that explain it. */
export interface ClaimForm {
  readonly supplyCode: string;
  readonly claimant: Claimant;
  readonly receipts: readonly DisputedReceipt[];
  readonly grounds: string;
  readonly request: Request;
  readonly leakCheck?: LeakCheck | undefined;
  /** The meter's number today, as the person read it. */
  readonly meterReading?: number | undefined;
  /** Whether they want the meter tested; only for consumo medido. */
  readonly meterTest?: boolean | undefined;
  /** Whether they bear its cost if the meter does not over-register; only where they want the test. */
  readonly meterTestCostAccepted?: boolean | undefined;
  /** Whether the information leaflet was given, or read to them. */
  readonly leaflet?: boolean | undefined;
  /** Whether they were told what is done with their data (digest 8). */
  readonly privacyNoticeRead?: boolean | undefined;
  readonly declaration?: Declaration | undefined;
  readonly visitPreference?: VisitPreference | undefined;
  /** How they want their hearing held, and where they are called for it if not at their telephone. */
  readonly hearingMode?: HearingMode | undefined;
  readonly hearingTelephone?: string | undefined;
}

/** A two-hour band of a day, in Lima (digest 3.4). */
export interface Band {
  readonly on: CalendarDay;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

/**
 * What a person sent: its fingerprint as announced, and whether it has come and passed. Unreadable is what nobody could look
 * into (a password, a scan that failed): what was filed with it stands, and who filed it is asked for a copy.
 */
export const attachmentStates = ["pending", "received", "unreadable", "refused"] as const;
export type AttachmentState = (typeof attachmentStates)[number];
/** What a check found of an attachment. */
export type CheckedState = Exclude<AttachmentState, "pending">;

/** Whether an attachment stands in the evidence: it came, and either passed or could not be looked into. */
export function isKept(state: AttachmentState): boolean {
  return state === "received" || state === "unreadable";
}

export interface Attachment {
  /** Names the object in the evidence bucket. */
  readonly documentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  readonly state: AttachmentState;
}

/** Whether a text message reaches a telephone: mobiles of Peru have nine digits and begin with 9. */
export function isMobile(telephone: string | undefined): telephone is string {
  return telephone !== undefined && /^9\d{8}$/.test(telephone);
}
