import type { Standing } from "../case/claim-events.ts";
import type { LanguageChoice } from "../notice/language.ts";
import type { Cents } from "../receipt/money.ts";
import { oneLine } from "../seen-text.ts";
import type { CalendarDay } from "../term/calendar-day.ts";

/** Documents that identify a person (Formato 2). */
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

/** Whether the claimant looked for leaks before claiming (the dispute's fourth question). */
export const leakChecks = ["none-found", "found-and-repaired", "not-yet", "not-known"] as const;
export type LeakCheck = (typeof leakChecks)[number];

/** What the claimant asks the company to do. */
export const requests = [
  "bill-normal-use",
  "correct-reading",
  "change-tariff",
  "remove-charge",
  "remove-sewer",
  "remove-fixed-charge",
  "solve-problem",
  "other",
] as const;
export type Request = (typeof requests)[number];

/** The claimant of Formato 2 (digest 1.3). A company gives its name besides its representative's. */
export interface Claimant {
  readonly givenNames: string;
  readonly paternalSurname: string;
  readonly maternalSurname?: string | undefined;
  readonly companyName?: string | undefined;
  /** Absent if the claimant did not give it: the claim is filed without it, and observed (digest 1.5). */
  readonly document?: PersonDocument | undefined;
  readonly standing: Standing;
  /** Where notices are delivered (domicilio procesal); empty if the claimant did not say. */
  readonly address: string;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  /** Whether the claimant agreed to be notified by e-mail, in an explicit answer of its own (LPAG 20.4). */
  readonly notifyByEmail: boolean;
  /** Absent if they were not asked. */
  readonly languageChoice?: LanguageChoice | undefined;
}

/**
 * Returns given names, surnames and company name in this order, separated by blanks; parts that are absent are left
 * out. It is one line, also of a claim that an earlier release took with breaks in a name.
 */
export function fullName({ givenNames, paternalSurname, maternalSurname, companyName }: Claimant): string {
  return oneLine([givenNames, paternalSurname, maternalSurname, companyName].filter(Boolean).join(" "));
}

/** A claimed receipt, as it was when it was claimed. */
export interface DisputedReceipt {
  readonly number: string;
  readonly period: string;
  readonly m3: number;
  readonly amount: Cents;
}

/** How a claimant declares that the claim is true, which counts as their signature (digest 1.3). */
export const declarationWays = ["checkbox-signed-in", "checkbox", "voice", "signature"] as const;
export type DeclarationWay = (typeof declarationWays)[number];

interface Declaration {
  readonly how: DeclarationWay;
  /** An instant. */
  readonly at: string;
  /** The words that the claimant declared. */
  readonly text: string;
}

/** What a claimant states: Formato 2 (digest 1.3) and the questions that explain it. */
export interface ClaimForm {
  readonly supplyCode: string;
  readonly claimant: Claimant;
  readonly receipts: readonly DisputedReceipt[];
  readonly grounds: string;
  readonly request: Request;
  readonly leakCheck?: LeakCheck | undefined;
  /** The meter's reading on the day of the claim, as the claimant read it. */
  readonly meterReading?: number | undefined;
  /** Whether the claimant wants the meter tested; only for consumo medido. */
  readonly meterTest?: boolean | undefined;
  /** Whether the claimant bears the test's cost if the meter does not over-register; only if they want the test. */
  readonly meterTestCostAccepted?: boolean | undefined;
  /** Whether the information leaflet was given or read to the claimant. */
  readonly leaflet?: boolean | undefined;
  /** Whether the claimant was informed how their data is used (digest 8). */
  readonly privacyNoticeRead?: boolean | undefined;
  readonly declaration?: Declaration | undefined;
  readonly visitPreference?: VisitPreference | undefined;
  /** How the claimant wants the hearing held, and the number to call for it if it is not their telephone. */
  readonly hearingMode?: HearingMode | undefined;
  readonly hearingTelephone?: string | undefined;
  /** The claimant's telephone is somebody else's: messages to it have no name, supply, debt or key. */
  readonly borrowed?: true | undefined;
}

/** A slot for a visit: two hours of a day, in Lima (digest 3.4). */
export interface VisitSlot {
  readonly on: CalendarDay;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

/**
 * The state of an attachment: announced, received and passed, received but unreadable (a password, a scan that failed),
 * or refused. An unreadable one does not undo what was filed with it: the office asks for a copy.
 */
export const attachmentStates = ["pending", "received", "unreadable", "refused"] as const;
export type AttachmentState = (typeof attachmentStates)[number];
/** The result of checking an attachment. */
export type CheckedState = Exclude<AttachmentState, "pending">;

/**
 * Returns whether an attachment is kept as evidence: it was received, and either passed the check or could not be read.
 */
export function isKept(state: AttachmentState): boolean {
  return state === "received" || state === "unreadable";
}

export interface Attachment {
  /** Name of the object in the evidence bucket. */
  readonly documentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  readonly state: AttachmentState;
}

/**
 * Returns whether a number receives text messages: exactly nine digits beginning with 9, as Peru's mobiles have,
 * without blanks or country code. False if it is undefined.
 */
export function isMobile(telephone: string | undefined): telephone is string {
  return telephone !== undefined && /^9\d{8}$/.test(telephone);
}

/** The parts of a claimant's contact that they changed after the filing; the others stay as they were. */
export interface ChangedContact {
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  /** Where documents are delivered. */
  readonly address?: string | undefined;
}
