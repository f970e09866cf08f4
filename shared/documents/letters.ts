import type { PlannedVisit } from "../domain/appointments.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { CaseEvent, CaseEventOf, CaseEventType } from "../domain/case-events.ts";
import type { ResolutionOutcome } from "../domain/claim-events.ts";
import type { Attachment, Claimant, DisputedReceipt, PersonDocument } from "../domain/claim-form.ts";
import type { DueDate } from "../domain/due-dates.ts";
import type { CorrectedReceipt, MonthDecision } from "../domain/fact-details.ts";
import type { HearingAccess, HearingCall } from "../domain/hearing.ts";
import type { InternalInspection } from "../domain/inspection.ts";
import type { Cents } from "../domain/money.ts";
import type { OutageTime } from "../domain/outage.ts";
import type { Problem } from "../domain/problem.ts";
import type { Receipt, ReceiptStatus } from "../domain/receipt.ts";
import type { PresenterStanding, SubmissionChannel, SubmissionKind } from "../domain/submission.ts";
import type { BillingType, TariffList } from "../domain/tariff.ts";
import type { Letterhead, Sheet } from "./sheet.ts";

/** The letters of a utility, each a function of facts alone: one that is missing does not compile. */
export interface Letters {
  readonly absenceNotice: (facts: AbsenceNotice) => Sheet;
  readonly atypicalNotice: (facts: AtypicalNotice) => Sheet;
  readonly billingSummary: (facts: BillingSummary) => Sheet;
  readonly blankForm: (facts: BlankForm) => Sheet;
  readonly claimCargo: (facts: ClaimCargo) => Sheet;
  readonly claimForm: (facts: CaseLetter) => Sheet;
  readonly complianceLetter: (facts: ComplianceLetter) => Sheet;
  readonly conciliationRecord: (facts: ConciliationRecord) => Sheet;
  readonly conciliationSummons: (facts: ConciliationSummons) => Sheet;
  readonly doNotCut: (facts: DoNotCut) => Sheet;
  readonly elevationLetter: (facts: ElevationLetter) => Sheet;
  readonly elevationNotice: (facts: LetterOn<"file-elevated">) => Sheet;
  readonly evidenceRequest: (facts: LetterOn<"new-evidence-asked">) => Sheet;
  readonly externalInspection: (facts: LetterOn<"inspection-reported">) => Sheet;
  readonly submissionAnswer: (facts: SubmissionAnswer) => Sheet;
  readonly submissionCargo: (facts: SubmissionCargo) => Sheet;
  readonly submissionConstancia: (facts: SubmissionDocumentFacts) => Sheet;
  readonly submissionObservation: (facts: SubmissionObservation) => Sheet;
  readonly inspectionNotice: (facts: InspectionNotice) => Sheet;
  readonly internalInspection: (facts: InternalInspectionRecord) => Sheet;
  readonly leaflet: (facts: Leaflet) => Sheet;
  readonly leakRequirement: (facts: LetterOn<"leak-repair-required">) => Sheet;
  readonly meterTestNotice: (facts: LetterOn<"meter-test-ordered">) => Sheet;
  readonly meterTestResult: (facts: LetterOn<"meter-test-reported">) => Sheet;
  readonly meterTestRight: (facts: CaseLetter) => Sheet;
  readonly notPresented: (facts: LetterOn<"lapse-notified">) => Sheet;
  readonly notificationRecord: (facts: LetterOn<"resolution-notified">) => Sheet;
  readonly observation: (facts: LetterOn<"defect-observed">) => Sheet;
  readonly outageCertificate: (facts: OutageCertificate) => Sheet;
  readonly paymentDue: (facts: PaymentDue) => Sheet;
  readonly personData: (facts: PersonData) => Sheet;
  readonly problemForm: (facts: ProblemForm) => Sheet;
  readonly receipt: (facts: PrintedReceipt) => Sheet;
  readonly recourse: (facts: LetterOn<"reconsideration-filed" | "appeal-filed">) => Sheet;
  readonly rectification: (facts: RectificationFacts) => Sheet;
  readonly resolution: (facts: ResolutionFacts) => Sheet;
  readonly silenceCertificate: (facts: SilenceFacts) => Sheet;
  readonly telephoneCopy: (facts: CaseLetter) => Sheet;
  readonly withdrawalAcceptance: (facts: WithdrawalAcceptance) => Sheet;
}

/** The norm and the forms as attachments name them: `Formato 2`. */
export interface FormNames {
  readonly regulation: string;
  readonly problemForm: string;
  readonly claimForm: string;
  readonly billingForm: string;
  readonly conciliationForm: string;
  readonly internalInspectionForm: string;
  readonly externalInspectionForm: string;
  readonly reconsiderationForm: string;
  readonly appealForm: string;
}

/** Terms of the law that letters tell, in working days unless they say otherwise. */
export interface LetterTerms {
  readonly decide: number;
  readonly notify: number;
  readonly remedy: number;
  readonly repairCalendarDays: number;
  readonly recourse: number;
  readonly elevate: number;
  readonly tribunalDecides: number;
  readonly execute: number;
  readonly courtMonths: number;
  readonly toleranceMinutes: number;
  readonly atypicalPercent: number;
  readonly atypicalAssignments: number;
}

/** Who writes, and by which law. */
export interface LetterOffice {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The officer who signs what is signed. */
  readonly signer: string;
  readonly forms: FormNames;
  readonly terms: LetterTerms;
}

/** A case as it stands when somebody writes about it. */
interface WrittenCase extends LetterOffice {
  readonly filing: CaseEventOf<"claim-filed">;
  /** The regulator's name of its type, as it is now. */
  readonly claimType: string;
  readonly events: readonly CaseEvent[];
}

/** What an attachment about a case is made of that somebody sends to signature at an instant. */
export interface CaseDocumentFacts extends WrittenCase {
  readonly madeAt: string;
}

/** The letter by which a file goes to the tribunal, by its number among the office's letters. */
export interface ElevationLetter extends CaseDocumentFacts {
  readonly number: string;
}

/** What every letter about a case is made of: who writes, and the case up to the entry that asks for it, its last. */
export interface CaseLetter<Entry extends CaseEvent = CaseEvent> extends WrittenCase {
  readonly entry: Entry;
}

/** A letter that entries of one type ask for. */
export type LetterOn<Type extends CaseEventType> = CaseLetter<CaseEventOf<Type>>;

/** A visit that is planned. */
export interface InspectionNotice extends CaseLetter {
  readonly visit: PlannedVisit;
}

/** What was seen inside: made only where somebody could be inside. */
export interface InternalInspectionRecord extends LetterOn<"inspection-reported"> {
  readonly internal: InternalInspection;
}

/** A hearing as it is told: what the claimant needs to take part, and how to reach the office. */
export interface HearingInstructions extends HearingAccess {
  readonly office: { readonly address: string; readonly telephone: string };
}

/** A hearing in Spanish: how it is held, how its claimant takes part, the same for a mobile, and its link if it has one. */
export interface HearingInWords {
  readonly on: CalendarDay;
  readonly at: string;
  readonly mode: string;
  readonly how: string;
  readonly shortly: string;
  readonly link: string | undefined;
}

/** A hearing that is planned, was moved, or is held another way. */
export interface ConciliationSummons extends CaseLetter {
  readonly hearing: HearingInstructions;
}

/** The acta of a hearing, with the calls that were made to a claimant who was missing. */
export interface ConciliationRecord extends LetterOn<"conciliation-held"> {
  readonly calls: readonly HearingCall[];
  /** Whether there was a number to call. */
  readonly hasTelephone: boolean;
}

/** Somebody came and nobody opened: what for, what was left written of the premises, when somebody comes again. */
export interface AbsenceNotice extends LetterOn<"inspection-reported" | "delivery-attempted"> {
  readonly premises: string;
  readonly photos: readonly Attachment[];
  readonly again?: { readonly on: CalendarDay; readonly from?: string | undefined; readonly to?: string | undefined };
}

/** Months of a supply as they were billed and paid, newest first. */
export interface BillingSummary extends CaseLetter {
  readonly months: readonly {
    readonly receipt: Receipt;
    readonly status: ReceiptStatus;
  }[];
}

/** The notice of an atypical reading before it was billed, as it stands on record. */
export interface AtypicalNotice extends LetterOn<"control-recorded"> {
  readonly receipt: Receipt;
  /** m³ of all its units; absent where the utility's data has none. */
  readonly assignmentM3?: number | undefined;
}

/** The resolution that accepts a withdrawal, by its number among the office's; `reason` is empty where none was written. */
export interface WithdrawalAcceptance extends CaseDocumentFacts {
  readonly number: string;
  readonly reason: string;
  readonly remedies: Remedies;
}

/** A receipt as it was billed and as it is left, concept by concept; `words` where no price list is known. */
export interface CorrectedMonth {
  readonly receiptNumber: string;
  readonly period: string;
  readonly billed: { readonly m3: number; readonly amount: Cents };
  readonly left: { readonly m3: number; readonly amount: Cents };
  readonly concepts: readonly { readonly name: string; readonly before: Cents; readonly after: Cents }[];
  readonly words: readonly string[];
}

/** What was decided was done. */
export interface ComplianceLetter extends LetterOn<"executed"> {
  readonly months: readonly CorrectedMonth[];
}

/** The decision is firm: what is to be paid of each receipt. */
export interface PaymentDue extends LetterOn<"lapse-notified"> {
  readonly months: readonly {
    readonly receiptNumber: string;
    readonly period: string;
    readonly m3: number;
    readonly amount: Cents;
    readonly corrected: boolean;
  }[];
}

/** A request for attention, by the form the law gives it. */
export interface ProblemForm extends LetterOffice {
  readonly problem: Omit<Problem, "entries">;
  /** The regulator's name of its type. */
  readonly problemType: string;
  /** The instant its longest time is over; absent where the law gives none. */
  readonly solveBy?: string | undefined;
}

/** What the attachments of a document filed at the document desk are made of. */
export interface SubmissionDocumentFacts {
  readonly letterhead: Letterhead;
  readonly kind: SubmissionKind;
  /** Recourses are named by their form. */
  readonly forms: Pick<FormNames, "reconsiderationForm" | "appealForm">;
  readonly submission: {
    readonly number: string;
    readonly subject: string;
    /** What it says besides its files, or in their stead. */
    readonly text: string;
    readonly presenter: string;
    readonly standing?: PresenterStanding | undefined;
    readonly identity?: PersonDocument | undefined;
    readonly channel: SubmissionChannel;
    readonly presentedAt: string;
    readonly filedOn: string;
    readonly claim?: { readonly code: string } | undefined;
    /** The outage of the desk it cites: its term moved by it. */
    readonly outage?: (OutageTime & { readonly number: string }) | undefined;
    readonly attachments: readonly Pick<Attachment, "fileName" | "sha256">[];
  };
}

/** The same once a clerk checked it, with the words that were added since. */
export interface SubmissionCargo extends SubmissionDocumentFacts {
  readonly receivedAt: string;
  readonly added: readonly { readonly at: string; readonly text: string }[];
}

/** What it lacks, and the working days to mend it. */
export interface SubmissionObservation extends SubmissionDocumentFacts {
  readonly observedAt: string;
  readonly remark: string;
  readonly remedyDays: number;
}

/** What was answered, when, by whom and with which files. */
export interface SubmissionAnswer extends SubmissionDocumentFacts {
  readonly answeredAt: string;
  readonly answer: {
    readonly by: string;
    readonly text: string;
    readonly attachments: readonly Pick<Attachment, "fileName" | "sha256">[];
  };
}

/** What is kept of a person by their account; of a record of somebody else's only that it is there. */
export interface PersonData {
  readonly letterhead: Letterhead;
  readonly submission: { readonly number: string; readonly presenter: string; readonly identity: PersonDocument };
  readonly gatheredAt: string;
  readonly supplies: readonly { readonly supplyCode: string; readonly linkedAt: string }[];
  readonly claims: readonly {
    readonly code: string;
    readonly filedAt: string;
    /** The regulator's name of its state. */
    readonly state: string;
    readonly person: Claimant | undefined;
    readonly notices: readonly {
      readonly at: string;
      readonly channel: "email" | "sms";
      readonly to?: string | undefined;
      readonly subject?: string | undefined;
    }[];
  }[];
  readonly problems: readonly {
    readonly code: string;
    readonly filedAt: string;
    readonly person: Claimant | undefined;
  }[];
  readonly submissions: readonly {
    readonly number: string;
    readonly presentedAt: string;
    readonly subject: string;
    readonly presenter: string;
    readonly identity?: PersonDocument | undefined;
    readonly email?: string | undefined;
    readonly telephone?: string | undefined;
  }[];
}

/** What the certificate of an outage is made of. */
export interface OutageCertificate {
  readonly letterhead: Letterhead;
  readonly outage: OutageTime & {
    readonly number: string;
    readonly source: string;
    readonly evidence: string;
    readonly recordedAt: string;
  };
}

/** What is told to everybody who claims, by the law of a day. */
export interface Leaflet extends LetterOffice {
  /** The first day of the law it is made by. */
  readonly inForceFrom: CalendarDay;
  readonly lawVersion: string;
}

/** A form to fill in by hand, by the law of a day: of which of them, and the types it may be about, as the law names them. */
export interface BlankForm extends Leaflet {
  readonly form: "problem" | "claim" | Remedy["recourse"];
  readonly types: readonly string[];
}

/** A receipt as it is printed (digest 6.3). */
export interface PrintedReceipt {
  readonly letterhead: Letterhead;
  readonly receipt: Receipt;
  readonly status: ReceiptStatus;
  readonly paid: Cents;
  readonly lines: readonly {
    readonly label: string;
    readonly m3?: number | undefined;
    readonly unitPrice?: string | undefined;
    readonly amount: string;
  }[];
  /** Twelve months and this one, oldest first. */
  readonly history: readonly { readonly period: string; readonly m3: number; readonly billingType: BillingType }[];
  readonly tariff?: TariffList | undefined;
  /** What is claimed of it and not to be paid while it is. */
  readonly frozen?: Cents | undefined;
  readonly claimUntil: CalendarDay;
  readonly readAt: string;
  /** A value it is made of is not confirmed. */
  readonly testData: boolean;
}

/** What the cargo of a claim is made of. */
export interface ClaimCargo {
  readonly letterhead: Letterhead;
  /** The form the claim is filed by, as the law names it: `Formato 2`. */
  readonly formName: string;
  readonly filing: CaseEventOf<"claim-filed">;
  /** The regulator's name of its type. */
  readonly claimType: string;
  /** The page that opens the claim with its key, the key in it. */
  readonly accessAddress: string;
}

/** What a «No cortar» is made of. */
export interface DoNotCut {
  readonly letterhead: Letterhead;
  readonly code: string;
  readonly supplyCode: string;
  readonly receipts: readonly string[];
  readonly since: CalendarDay;
  readonly madeAt: string;
  /** The page that says whether the hold stands, the key in it. */
  readonly holdAddress: string;
  readonly seal: { readonly statement: string; readonly signature: string; readonly checkCode: string };
}

/** What the rectification of a signed resolution is made of. */
export interface RectificationFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The office that signs. */
  readonly signer: string;
  readonly regulation: string;
  readonly claimCode: string;
  /** Its own number, among the office's resolutions. */
  readonly number: string;
  /** The number and day of the resolution it rectifies. */
  readonly of: string;
  readonly issuedAt: string;
  readonly says: string;
  readonly should: string;
  readonly rectifiedAt: string;
}

/** A recourse that is left: its form as the law names it, and the working days to present it. */
export interface Remedy {
  readonly recourse: "reconsideration" | "appeal";
  readonly formName: string;
  readonly days: number;
}

/** What is left against a resolution: one that does not say it, before whom and in what time cannot be made. */
export type Remedies = readonly [Remedy, ...Remedy[]];

/** A month of the billing report. */
export type BilledMonth = Pick<
  Receipt,
  "period" | "billingType" | "readingPrev" | "readingCurr" | "billedM3" | "monthTotal"
>;

/** What a resolution is made of: facts of the case, what was drafted, and what the law adds. */
export interface ResolutionFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The officer who signs, and the norm it is decided by, as the utility's data names them. */
  readonly signer: string;
  readonly regulation: string;
  readonly number: string;
  /** The instant it was sent to signature: its day is the act's date. */
  readonly issuedAt: string;
  /** The regulator's name of its type, as it is now, and the receipts it is about. */
  readonly claimType: string;
  readonly receipts: readonly DisputedReceipt[];
  /** Whether its type asks that the right to a meter test was told. */
  readonly meterTestRight: boolean;
  /** The case so far. */
  readonly events: readonly CaseEvent[];
  readonly decision: {
    readonly outcome: ResolutionOutcome;
    readonly decision: string;
    readonly reasons: string;
    readonly months: readonly MonthDecision[];
  };
  /** What the file holds of the company's evidence, besides its visits, and what each shows. */
  readonly held: readonly { readonly name: string; readonly detail?: string }[];
  /** What is missing of the evidence, and why it was decided without it. */
  readonly without: readonly { readonly name: string; readonly reason: string }[];
  /** The last months billed, newest first. */
  readonly billing: readonly BilledMonth[];
  readonly remedies: Remedies;
}

/** What the certificate of a positive silence is made of. */
export interface SilenceFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The office that signs. */
  readonly signer: string;
  /** The norm it follows from, as the utility's data name it. */
  readonly regulation: string;
  readonly filing: CaseEventOf<"claim-filed">;
  readonly claimType: string;
  /** Of the claim, or of its reconsideration. */
  readonly of: "claim" | "reconsideration";
  /** The first day on which it was deemed granted. */
  readonly since: CalendarDay;
  /** The term that lapsed; absent where the silence was declared by who decides above the utility. */
  readonly term?: DueDate | undefined;
  readonly granted: readonly {
    readonly receipt: DisputedReceipt;
    readonly corrected?: CorrectedReceipt | undefined;
    readonly explanation: readonly string[];
  }[];
  readonly certifiedAt: string;
}
