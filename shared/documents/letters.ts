import type { HoldAsked } from "../domain/billing/hold-release.ts";
import type { CaseEvent, CaseEventOf, CaseEventType } from "../domain/case/case-events.ts";
import type { ResolutionOutcome } from "../domain/case/claim-events.ts";
import type { CorrectedReceipt, MonthDecision } from "../domain/case/fact-details.ts";
import type { HearingAccess, HearingCall } from "../domain/conciliation/hearing.ts";
import type { Attachment, Claimant, DisputedReceipt, PersonDocument } from "../domain/filing/claim-form.ts";
import type { OutageTime } from "../domain/problem/outage.ts";
import type { Problem } from "../domain/problem/problem.ts";
import type { ReceiptStanding } from "../domain/receipt/corrected-receipt.ts";
import type { Cents } from "../domain/receipt/money.ts";
import type { Receipt, ReceiptStatus } from "../domain/receipt/receipt.ts";
import type { BillingType, TariffList } from "../domain/receipt/tariff.ts";
import type { PresenterStanding, SubmissionChannel, SubmissionKind } from "../domain/submission/submission.ts";
import type { CalendarDay } from "../domain/term/calendar-day.ts";
import type { DueDate } from "../domain/term/due-dates.ts";
import type { PlannedVisit } from "../domain/visit/appointments.ts";
import type { InternalInspection } from "../domain/visit/inspection.ts";
import type { Letterhead, Sheet } from "./sheet.ts";

/** The letters of a utility, each a function of facts alone. A tenant that lacks one does not compile. */
export interface Letters {
  readonly absenceNotice: (facts: AbsenceNotice) => Sheet;
  readonly atypicalNotice: (facts: AtypicalNotice) => Sheet;
  readonly billingSummary: (facts: BillingSummary) => Sheet;
  readonly blankForm: (facts: BlankForm) => Sheet;
  readonly claimCargo: (facts: ClaimCargo) => Sheet;
  readonly claimForm: (facts: FiledForm) => Sheet;
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
  readonly spokenAct: (facts: SpokenActCopy) => Sheet;
  readonly telephoneCopy: (facts: FiledForm) => Sheet;
  readonly withdrawalAcceptance: (facts: WithdrawalAcceptance) => Sheet;
}

/** The norm and the forms as documents name them, such as `Formato 2`. */
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

/** Terms of the law that letters state, in working days unless the name says otherwise. */
export interface LetterTerms {
  readonly decide: number;
  readonly notify: number;
  readonly remedy: number;
  readonly repairCalendarDays: number;
  readonly recourse: number;
  readonly elevate: number;
  readonly tribunalDecides: number;
  readonly toleranceMinutes: number;
  readonly atypicalPercent: number;
  readonly atypicalAssignments: number;
}

/** The office that writes, and the forms and terms of the law it writes by. */
export interface LetterOffice {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The officer who signs the documents that need a signature. */
  readonly signer: string;
  readonly forms: FormNames;
  readonly terms: LetterTerms;
}

/** The facts of a case that a document about it states. */
interface WrittenCase extends LetterOffice {
  readonly filing: CaseEventOf<"claim-filed">;
  /** The regulator's name of the claim's present type. */
  readonly claimType: string;
  readonly events: readonly CaseEvent[];
}

/** The facts of a document about a case that is sent to signature. */
export interface CaseDocumentFacts extends WrittenCase {
  readonly madeAt: string;
}

/** The letter that takes a case file to the tribunal; `number` is of the office's series of letters. */
export interface ElevationLetter extends CaseDocumentFacts {
  readonly number: string;
}

/** The facts of every letter about a case: `events` ends with `entry`, the entry that asks for the letter. */
export interface CaseLetter<Entry extends CaseEvent = CaseEvent> extends WrittenCase {
  readonly entry: Entry;
}

/** A claim's form. `consentUndoUntil`: the last day to undo a consent to e-mail given by telephone as it was filed. */
export interface FiledForm extends CaseLetter {
  readonly consentUndoUntil?: CalendarDay | undefined;
}

/** The facts of a letter that entries of this type ask for. */
export type LetterOn<Type extends CaseEventType> = CaseLetter<CaseEventOf<Type>>;

/** The copy of what a claimant said by telephone; `undoUntil`: the last day to undo it, absent if it counts at once. */
export interface SpokenActCopy extends LetterOn<"withdrawal-requested" | "offer-answered" | "notice-consent"> {
  readonly undoUntil?: CalendarDay | undefined;
}

/** The notice of a planned visit; `isRepeated`: one more follows if nobody opens. */
export interface InspectionNotice extends CaseLetter {
  readonly visit: PlannedVisit & Readonly<Record<"inside" | "outside" | "isRepeated", boolean>>;
}

/** The record of an inspection inside, which is only made if the inspector got in. */
export interface InternalInspectionRecord extends LetterOn<"inspection-reported"> {
  readonly internal: InternalInspection;
}

/** What a claimant needs to take part in a hearing, and how to reach the office. */
export interface HearingInstructions extends HearingAccess {
  readonly office: { readonly address: string; readonly telephone: string };
}

/** A hearing in Spanish. `how` says how the claimant takes part, `shortly` the same for a text message. */
export interface HearingInWords {
  readonly on: CalendarDay;
  readonly at: string;
  readonly mode: string;
  readonly how: string;
  readonly shortly: string;
  readonly link: string | undefined;
}

/** The summons to a hearing, when it is planned or moved or its mode changes. */
export interface ConciliationSummons extends CaseLetter {
  readonly hearing: HearingInstructions;
}

/** The acta of a hearing, with the calls made to a claimant who was absent. */
export interface ConciliationRecord extends LetterOn<"conciliation-held"> {
  readonly calls: readonly HearingCall[];
  /** Whether the claimant had given a number to call. */
  readonly hasTelephone: boolean;
}

/** The notice left when nobody opened: the premises as described, the photos, and when somebody comes again. */
export interface AbsenceNotice extends LetterOn<"inspection-reported" | "delivery-attempted"> {
  readonly premises: string;
  readonly photos: readonly Attachment[];
  readonly again?: { readonly on: CalendarDay; readonly from?: string | undefined; readonly to?: string | undefined };
}

/** The months of a supply as billed and paid, newest first. */
export interface BillingSummary extends CaseLetter {
  readonly months: readonly {
    readonly receipt: Receipt;
    readonly status: ReceiptStatus;
  }[];
}

/** The notice of an atypical reading that was given before it was billed, as recorded. */
export interface AtypicalNotice extends LetterOn<"control-recorded"> {
  readonly receipt: Receipt;
  /** The assignment of all its units in m³; absent if the tenant has no price list for it. */
  readonly assignmentM3?: number | undefined;
}

/** The resolution that accepts a withdrawal: of a `recourse`, or of the claim. `reason` may be empty. */
export interface WithdrawalAcceptance extends CaseDocumentFacts {
  readonly number: string;
  readonly reason: string;
  readonly recourse?: "last" | "before-appeal" | undefined;
  readonly remedies: Remedies;
}

/** A receipt as billed and as corrected, concept by concept, or in `words` if no price list is known. */
export interface CorrectedMonth {
  readonly receiptNumber: string;
  readonly period: string;
  readonly billed: { readonly m3: number; readonly amount: Cents };
  readonly left: { readonly m3: number; readonly amount: Cents };
  readonly concepts: readonly { readonly name: string; readonly before: Cents; readonly after: Cents }[];
  readonly words: readonly string[];
}

/** The letter that says that the decision was executed. */
export interface ComplianceLetter extends LetterOn<"executed"> {
  readonly months: readonly CorrectedMonth[];
}

/** The letter that says that the decision is firm, and what is to be paid of each receipt. */
export interface PaymentDue extends LetterOn<"lapse-notified"> {
  readonly months: readonly {
    readonly receiptNumber: string;
    readonly period: string;
    readonly m3: number;
    readonly amount: Cents;
    /** Whether the decision changed the receipt. */
    readonly corrected: boolean;
  }[];
}

/** A request for attention in the form that the law prescribes. */
export interface ProblemForm extends LetterOffice {
  readonly problem: Omit<Problem, "entries">;
  /** The regulator's name of the problem's type. */
  readonly problemType: string;
  /** The instant by which it must be solved; absent if no time is set. */
  readonly solveBy?: string | undefined;
}

/** The facts of every document about a submission. */
export interface SubmissionDocumentFacts {
  readonly letterhead: Letterhead;
  readonly kind: SubmissionKind;
  /** The forms by which recourses are named. */
  readonly forms: Pick<FormNames, "reconsiderationForm" | "appealForm">;
  readonly submission: {
    readonly number: string;
    readonly subject: string;
    /** What it says besides its files, or instead of files. */
    readonly text: string;
    readonly presenter: string;
    readonly standing?: PresenterStanding | undefined;
    readonly identity?: PersonDocument | undefined;
    readonly channel: SubmissionChannel;
    readonly presentedAt: string;
    readonly filedOn: string;
    readonly claim?: { readonly code: string } | undefined;
    /** The outage of the document desk that it cites, which moved its term. */
    readonly outage?: (OutageTime & { readonly number: string }) | undefined;
    readonly attachments: readonly Pick<Attachment, "fileName" | "sha256">[];
  };
}

/** The cargo of a submission that a clerk received, with the texts added to it since. */
export interface SubmissionCargo extends SubmissionDocumentFacts {
  readonly receivedAt: string;
  readonly added: readonly { readonly at: string; readonly text: string }[];
}

/** The observation of a submission: what it lacks, and the working days to correct it. */
export interface SubmissionObservation extends SubmissionDocumentFacts {
  readonly observedAt: string;
  readonly remark: string;
  readonly remedyDays: number;
}

/** The answer to a submission. */
export interface SubmissionAnswer extends SubmissionDocumentFacts {
  readonly answeredAt: string;
  readonly answer: {
    readonly by: string;
    readonly text: string;
    readonly attachments: readonly Pick<Attachment, "fileName" | "sha256">[];
  };
}

/**
 * The data kept about a person, by their account. A record in somebody else's name is only listed (`person` is
 * undefined).
 */
export interface PersonData {
  readonly letterhead: Letterhead;
  readonly submission: { readonly number: string; readonly presenter: string; readonly identity: PersonDocument };
  readonly gatheredAt: string;
  readonly supplies: readonly { readonly supplyCode: string; readonly linkedAt: string }[];
  readonly claims: readonly {
    readonly code: string;
    readonly filedAt: string;
    /** The claim's state in plain words. */
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

/** The facts of the certificate of an outage. */
export interface OutageCertificate {
  readonly letterhead: Letterhead;
  readonly outage: OutageTime & {
    readonly number: string;
    /** The alarm that noticed the outage. */
    readonly source: string;
    /** The alarm's own reason. */
    readonly evidence: string;
    readonly recordedAt: string;
  };
}

/** The leaflet for everybody who claims, by one version of the law. */
export interface Leaflet extends LetterOffice {
  /** The first day that law is in force. */
  readonly inForceFrom: CalendarDay;
  readonly lawVersion: string;
}

/** A form to fill in by hand, by one version of the law, with the law's names of the claim types it may be about. */
export interface BlankForm extends Leaflet {
  readonly form: "problem" | "claim" | Remedy["recourse"];
  readonly types: readonly string[];
}

/** The facts of a printed receipt (digest 6.3). */
export interface PrintedReceipt extends ReceiptStanding {
  readonly letterhead: Letterhead;
  /** Whether it bears name, address and the receipt's key: to who gave what no neighbour can hit on. */
  readonly named: boolean;
  readonly receipt: Receipt;
  readonly lines: readonly {
    readonly label: string;
    readonly m3?: number | undefined;
    readonly unitPrice?: string | undefined;
    readonly amount: string;
  }[];
  /** The twelve months before and this one, oldest first. */
  readonly history: readonly { readonly period: string; readonly m3: number; readonly billingType: BillingType }[];
  readonly tariff?: TariffList | undefined;
  /** The last day to claim about the receipt. */
  readonly claimUntil: CalendarDay;
  /** When the receipt was read from the office's data, and this copy made. */
  readonly readAt: string;
  /** Whether a value it is computed from is not confirmed. */
  readonly testData: boolean;
}

/** The facts of the cargo of a claim. */
export interface ClaimCargo {
  readonly letterhead: Letterhead;
  /** The law's name of the form the claim is filed by, such as `Formato 2`. */
  readonly formName: string;
  readonly filing: CaseEventOf<"claim-filed">;
  /** The regulator's name of the claim's type. */
  readonly claimType: string;
  /** The address that opens the claim, which bears its key. */
  readonly accessAddress: string;
  /** The last day to undo a consent to e-mail given by telephone with the claim; absent if it counts at once. */
  readonly consentUndoUntil?: CalendarDay | undefined;
  /** Absent while the hold waits until somebody knows who claims, and of a claim about no receipt on record. */
  readonly holdAsked?: HoldAsked | undefined;
}

/** The facts of a «No cortar». */
export interface DoNotCut {
  readonly letterhead: Letterhead;
  readonly code: string;
  readonly supplyCode: string;
  readonly receipts: readonly string[];
  readonly since: CalendarDay;
  readonly madeAt: string;
  /** The address that says whether the hold stands, which bears its key. */
  readonly holdAddress: string;
  readonly holdAsked?: HoldAsked | undefined;
  readonly seal: { readonly statement: string; readonly signature: string; readonly checkCode: string };
}

/** The facts of the rectification of a signed resolution. */
export interface RectificationFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The office that signs. */
  readonly signer: string;
  readonly regulation: string;
  readonly claimCode: string;
  /** The rectification's own number, in the office's series of resolutions. */
  readonly number: string;
  /** The number of the resolution it rectifies. */
  readonly of: string;
  /** When the resolution it rectifies was issued. */
  readonly issuedAt: string;
  /** What that resolution says by error. */
  readonly says: string;
  /** What that resolution should say instead. */
  readonly should: string;
  readonly rectifiedAt: string;
}

/** A recourse that may be filed: the law's name of its form, and the working days to file it. */
export interface Remedy {
  readonly recourse: "reconsideration" | "appeal";
  readonly formName: string;
  readonly days: number;
}

/** The recourses against a resolution, at least one: `assertStatesRemedies` refuses one that does not state them. */
export type Remedies = readonly [Remedy, ...Remedy[]];

/** A month of the billing report. */
export type BilledMonth = Pick<
  Receipt,
  "period" | "billingType" | "readingPrev" | "readingCurr" | "billedM3" | "monthTotal"
>;

/** The facts of a resolution: those of the case, the draft, and what the law adds. */
export interface ResolutionFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The officer who signs, as the tenant names them. */
  readonly signer: string;
  readonly regulation: string;
  readonly number: string;
  /** The instant it was sent to signature, whose day is the date of the act. */
  readonly issuedAt: string;
  /** The regulator's name of the claim's present type. */
  readonly claimType: string;
  readonly receipts: readonly DisputedReceipt[];
  /** Whether its type requires that the claimant was informed of the right to a meter test. */
  readonly meterTestRight: boolean;
  /** The entries of the case so far. */
  readonly events: readonly CaseEvent[];
  /** The recourse that it decides; absent if it decides the claim. */
  readonly recourse?: CaseEventOf<"reconsideration-filed" | "appeal-filed"> | undefined;
  readonly decision: {
    readonly outcome: ResolutionOutcome;
    readonly decision: string;
    readonly reasons: string;
    readonly months: readonly MonthDecision[];
  };
  /** The evidence in the file besides visits, and what each item shows. */
  readonly held: readonly { readonly name: string; readonly detail?: string }[];
  /** The missing evidence, and why it was decided without each item. */
  readonly without: readonly { readonly name: string; readonly reason: string }[];
  /** The last months billed, newest first. */
  readonly billing: readonly BilledMonth[];
  readonly remedies: Remedies;
}

/** The facts of the certificate of a positive silence. */
export interface SilenceFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The office that signs. */
  readonly signer: string;
  /** The norm it follows from, as the tenant names it. */
  readonly regulation: string;
  readonly filing: CaseEventOf<"claim-filed">;
  readonly claimType: string;
  /** What was granted by silence. */
  readonly of: "claim" | "reconsideration";
  /** The first day on which it is deemed granted. */
  readonly since: CalendarDay;
  /** The term that lapsed; absent if the tribunal or the superior declared the silence. */
  readonly term?: DueDate | undefined;
  readonly granted: readonly {
    readonly receipt: DisputedReceipt;
    readonly corrected?: CorrectedReceipt | undefined;
    readonly explanation: readonly string[];
  }[];
  readonly certifiedAt: string;
}
