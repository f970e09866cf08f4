import type { ActOnBehalf, Confirmation } from "../counter/act-on-behalf.ts";
import type { Attachment, ClaimForm, DisputedReceipt } from "../filing/claim-form.ts";
import type { Cents } from "../receipt/money.ts";
import type { DeliveryDetails, NoticeProof, Receiver } from "../resolution/notified-acts.ts";
import type { GivenAnswer } from "../resolution/resolution-answers.ts";
import type { Favoured, TribunalCause } from "../resolution/tribunal-decision.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import type { CountedTerm } from "../term/clock-changes.ts";
import type { PlannedHearing, PlannedVisit } from "../visit/appointments.ts";
import type { Capture, ExternalInspection, FoundCause, InternalInspection, VisitSigning } from "../visit/inspection.ts";
import type { ClaimEventType, RecourseKind, ResolutionOutcome } from "./claim-events.ts";
import type { ClaimType } from "./claim-types.ts";
import type { OfficeDocument, PrintedPart, SecondPerson, SignedDetails } from "./issued-documents.ts";

/** The member of the staff who is responsible for a claim; the customer sees them. */
export interface Owner {
  readonly sub: string;
  readonly name: string;
  readonly extension: string;
}

/**
 * How an item of evidence is: there; all that the records hold, which begin later than is asked; there, and something
 * else of the file contradicts it; not there; or nobody asked for it. Only a missing one must be let go.
 */
export const evidenceStatuses = ["present", "short", "doubtful", "missing", "not-asked"] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** Returns whether the file has an item, be it short or doubtful: it may be cited. */
export function isHeld(status: EvidenceStatus): boolean {
  return status !== "missing" && status !== "not-asked";
}

/** A piece of evidence that the type of the claim requires, as it stood when the resolution was issued (digest 2.1). */
export interface EvidenceItem {
  readonly item: string;
  readonly status: EvidenceStatus;
  /** Why the decision was issued without it, if it is missing. */
  readonly override?: string | undefined;
}

/** Something wrong with a draft, by the key it is known by, in Spanish. */
export interface OverriddenFinding {
  readonly key: string;
  readonly text: string;
}

/** What somebody without an account wrote of the supply they claim about. */
export interface WrittenByGuest {
  /** The receipts as they were written: some may be no receipts of that supply. */
  readonly receipts: readonly { readonly number: string; readonly period: string }[];
  /** Whether they showed, as a look-up asks for it, that they know the supply. */
  readonly knowsSupply: boolean;
  /** Whether they gave the holder's document, which no neighbour hits on: then they are shown the supply's address. */
  readonly knowsHolder?: true | undefined;
  /**
   * The working day by which the office looks at the contact. Its receipts are not held before that, or before the
   * contact is confirmed. Absent for who knows the supply, and in claims filed before this was kept.
   */
  readonly holdBy?: CalendarDay | undefined;
}

/** What each fact records besides the content that decides the state (`ClaimFact`). It is never edited. */
export interface FactDetails extends Record<ClaimEventType, object> {
  "claim-filed": {
    readonly code: string;
    readonly form: ClaimForm;
    readonly attachments: readonly Attachment[];
    /** The last day on which each receipt could be claimed, with the days counted. */
    readonly windows?: readonly { readonly number: string; readonly term: CountedTerm }[] | undefined;
    /** What a guest wrote of the supply, or staff for a claimant whose receipts are not all on record; else absent. */
    readonly guest?: WrittenByGuest | undefined;
    /** Whether they claimed as holder with another document than the register's; absent in claims of before. */
    readonly proofAsked?: true | undefined;
    /** The address of the supply on its receipt. */
    readonly supplyAddress?: string | undefined;
    /** The name of the staff member who typed it, if one did. */
    readonly typedBy?: string | undefined;
    /**
     * How staff heard the consent to e-mail in `form`, if by telephone. Claims without it were filed before it could be
     * undone.
     */
    readonly mailConsent?: ActOnBehalf | undefined;
    readonly visit?: PlannedVisit | undefined;
    readonly hearing?: PlannedHearing | undefined;
    /** The last day on which the decision can be notified in time. */
    readonly notifyBy: CalendarDay;
    readonly owner?: Owner | undefined;
    /** The request for attention that was not solved in its time, which this claim follows (digest 2.2, 2.3). */
    readonly problem?: ClaimedProblem | undefined;
    /** Opens the claim for a person who did not file it with an account: 128 bits, given to the claimant alone. */
    readonly claimKey: string;
    /** In the QR of the «No cortar»: 128 bits. */
    readonly holdKey: string;
  };
  "filing-copy-sent": { readonly channel: "email" | "sms" | "letter" };
  "defect-observed": { readonly defects: readonly string[] };
  /** How the claimant was notified of it, and by which notice. */
  "defect-notified": {
    readonly noticeId?: string | undefined;
    readonly how: NoticeProof;
    /** Only for a delivery at an address. */
    readonly receiver?: Receiver | undefined;
    readonly premises?: string | undefined;
    readonly photos?: readonly Attachment[] | undefined;
  };
  remedied: { readonly answer: string; readonly attachments: readonly Attachment[] } & ActOnBehalf;
  "claim-accepted": object;
  "claim-extended": {
    readonly grounds: string;
    /** More receipts of the same supply that are claimed. */
    readonly receipts?: readonly DisputedReceipt[] | undefined;
    readonly attachments: readonly Attachment[];
  } & ActOnBehalf;
  reclassified: {
    readonly from: ClaimType;
    readonly reason: string;
    /** Planned now, if the new type requires a visit and none was planned. */
    readonly visit?: PlannedVisit | undefined;
  };
  "dismissal-proposed": { readonly reason: string };
  "inspection-reported": {
    readonly inspectionId: string;
    readonly startedAt: string;
    /** Absent if nobody recorded when it ended. */
    readonly endedAt?: string | undefined;
    readonly attendedBy?: { readonly name: string; readonly relation: string } | undefined;
    /** Why the person who attended does not sign the acta. */
    readonly unsigned?: string | undefined;
    readonly internal?: InternalInspection | undefined;
    readonly external: ExternalInspection;
    /** Absent in actas of before causes were coded. */
    readonly causes?: readonly FoundCause[] | undefined;
    readonly signing?: VisitSigning | undefined;
    /** When and where the device made each of `photos`, as far as it said. */
    readonly captures?: readonly Capture[] | undefined;
    readonly observations: string;
    readonly photos: readonly Attachment[];
    /** The next visit, if nobody opened and the law still allows one. */
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
    /** Present if the type of the claim requires one. */
    readonly visit?: PlannedVisit | undefined;
    readonly reason: string;
  };
  "conciliation-held": {
    readonly startedAt: string;
    /** Absent if nobody recorded when it ended. */
    readonly endedAt?: string | undefined;
    readonly attendedBy?: string | undefined;
    /** Who represented the company; absent in entries recorded before this was asked. */
    readonly companyBy?: CompanyRepresentative | undefined;
    readonly companyProposal: string;
    readonly claimantProposal: string;
    readonly agreed: string;
    readonly disagreed: string;
    readonly observations: string;
    readonly acceptedOfferId?: string | undefined;
    /** How the claimant confirmed the agreement, if it is not an offer that they accepted. */
    readonly confirmed?: Confirmation | undefined;
    /** Evidence that was missing when the hearing was held; the acta names it. */
    readonly missing: readonly string[];
  };
  "checklist-overridden": {
    readonly items: readonly string[];
    /** What is wrong with the draft and was let go too; absent if nothing was. */
    readonly findings?: readonly OverriddenFinding[] | undefined;
    readonly reason: string;
  };
  "resolution-issued": {
    readonly reasons: string;
    readonly decision: string;
    readonly months: readonly MonthDecision[];
    readonly evidence: readonly EvidenceItem[];
    /** What it answers to each matter of the claim; absent if it was recorded before each had an answer. */
    readonly answers?: readonly GivenAnswer[] | undefined;
    /** What was wrong with the draft, and why another person let it go; absent if nothing was. */
    readonly findings?: readonly (OverriddenFinding & { readonly override: string })[] | undefined;
    readonly document: OfficeDocument;
    /** The text of the document, as it was printed; absent if it was recorded before that was kept. */
    readonly text?: readonly PrintedPart[] | undefined;
    /** The account that drafted it. Neither it nor the one that sent it to signature may sign it. */
    readonly draftedBy?: string | undefined;
  };
  "resolution-returned": { readonly reason: string; readonly number: string };
  "resolution-signed": { readonly number: string } & SignedDetails;
  "resolution-dispatched": {
    readonly noticeId: string;
    readonly to: string;
    /** Opens the notice: 128 bits, given to the claimant alone. Absent if the notice is taken to an address. */
    readonly noticeKey?: string | undefined;
    /** The zone (an ubigeo) of the claim's last visit, if the notice is taken to an address and there was a visit. */
    readonly zone?: string | undefined;
  };
  "resolution-notified": DeliveryDetails & {
    /** Who confirmed the delivery, if it was recorded late. */
    readonly secondPerson?: SecondPerson | undefined;
  };
  /** Recorded when the rectification is signed. */
  rectified: Correction & {
    /** `seq` of the entry that froze the document; absent, as the signature, if rectified with a seal alone. */
    readonly frozen?: number | undefined;
    /** The rectification's own number among the office's resolutions. */
    readonly number?: string | undefined;
  } & Partial<SignedDetails>;
  /** The certificate is frozen and sealed here and signed later; the silence has its effect without the signature. */
  "silence-certified": {
    readonly document?: OfficeDocument | undefined;
    /** Each receipt as the claimant asked for it, which is what the silence grants. */
    readonly corrected: readonly CorrectedReceipt[];
  };
  "withdrawal-requested": { readonly reason: string } & ActOnBehalf;
  "withdrawal-undone": ActOnBehalf;
  /** Recorded when the resolution that accepts it is signed. */
  "withdrawal-accepted": {
    readonly reason: string;
    /** `seq` of the entry that froze the document; absent, as the signature, before acceptances were signed. */
    readonly frozen?: number | undefined;
    /** Its number among the office's resolutions; absent in entries older than numbered acceptances. */
    readonly number?: string | undefined;
  } & Partial<SignedDetails>;
  "reconsideration-filed": RecourseDetails;
  "new-evidence-asked": { readonly text: string; readonly noticeId?: string | undefined };
  "new-evidence-brought": { readonly answer: string; readonly attachments: readonly Attachment[] } & ActOnBehalf;
  "appeal-filed": RecourseDetails;
  "recourse-reclassified": { readonly reason: string };
  "file-elevated": {
    readonly reference: string;
    /**
     * SHA-256 of the manifest of the tribunal's copy, by which anybody checks what was sent; absent if the file went on
     * paper.
     */
    readonly manifestSha256?: string | undefined;
    readonly onPaper?: true | undefined;
  };
  "tribunal-decided": {
    readonly number: string;
    readonly summary: string;
    /** Whom it favours, if it decided without figures; absent if it was recorded before that was asked. */
    readonly inFavourOf?: Favoured | undefined;
    /** Why the company lost; absent if it did not, or if it was recorded before causes were coded. */
    readonly cause?: TribunalCause | undefined;
    /** What it decided on each receipt, if its decision gives figures. */
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

/** Who represents the company in a hearing, and with which charge. */
export interface CompanyRepresentative {
  readonly name: string;
  readonly charge: string;
}

/** The correction of a material error in the resolution with the number `of`. */
export interface Correction {
  readonly of: string;
  readonly says: string;
  readonly should: string;
}

/** The request for attention that a claim follows, with what had been done about it by then. */
export interface ClaimedProblem {
  readonly problemId: string;
  readonly code: string;
  readonly attentions?: readonly { readonly at: string; readonly text: string }[] | undefined;
}

/** A receipt after its correction: its m³ and its amount. */
export interface CorrectedReceipt {
  readonly receiptNumber: string;
  readonly period: string;
  readonly m3: number;
  readonly amount: Cents;
}

/** What a resolution decides on one receipt; `corrected` is absent if the receipt does not change. */
export interface MonthDecision {
  readonly receiptNumber: string;
  readonly period: string;
  readonly outcome: ResolutionOutcome;
  readonly corrected?: { readonly m3: number; readonly amount: Cents } | undefined;
  /** Why the officer departs from the rule for an atypical month without a leak (row 27). */
  readonly departure?: string | undefined;
  /**
   * The receipt is billed at the average by the rule of leaks, which may be used once in twelve months (digest 7.4).
   */
  readonly byLeakRule?: true | undefined;
}

/** A recourse as it was filed at the document desk (Formatos 8 and 9). */
interface RecourseDetails extends ActOnBehalf {
  readonly submissionId: string;
  readonly submissionNumber: string;
  /** The kind of recourse its claimant named, if it is in fact the other kind. */
  readonly label?: RecourseKind | undefined;
  readonly grounds: string;
  readonly attachments: readonly Attachment[];
}
