import type { GuardedCopy } from "../case-copy/case-copy.ts";
import type { ActOnBehalf, ConfirmedAct } from "../counter/act-on-behalf.ts";
import type { Attachment, ChangedContact, CheckedState, HearingMode } from "../filing/claim-form.ts";
import type { LanguageChoice } from "../notice/language.ts";
import type { RecordedControl } from "../reading/control-file.ts";
import type { Cents } from "../receipt/money.ts";
import type {
  BounceReason,
  ConsentedChannel,
  DeliveryDetails,
  NotifiedAct,
  Receiver,
} from "../resolution/notified-acts.ts";
import type { HandSignature } from "../resolution/signature.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import type { MovedDate } from "../term/moved-dates.ts";
import type { NamedClaim, PlannedVisit, WaitingAppointments } from "../visit/appointments.ts";
import type { Capture } from "../visit/inspection.ts";
import type { RemindedAct } from "./awaits-claimant.ts";
import type { CaseNoteType } from "./case-notes.ts";
import type { Standing, VisitOutcome } from "./claim-events.ts";
import type { ClaimState, ClockId } from "./claim-states.ts";
import type { ProblemType, ReportKind } from "./claim-types.ts";
import type { ClaimedProblem, Correction, FactDetails, Owner } from "./fact-details.ts";
import type { OfficeDocument, SignedDetails } from "./issued-documents.ts";

/** An offer to settle: the receipt billed at another volume (digest 3.5). */
export interface Offer {
  readonly offerId: string;
  readonly receiptNumber: string;
  readonly m3: number;
  /** The amount of the receipt as billed, and with the offered volume. */
  readonly before: Cents;
  readonly after: Cents;
  /** What is paid with each monthly receipt, if the offered amount is paid in parts; no interest is added. */
  readonly instalments?: readonly Cents[] | undefined;
  readonly terms: string;
  /** The last day to answer it. */
  readonly until: CalendarDay;
}

/** What a claimant proposes who does not accept an offer: its receipt at another volume, priced as the offer was. */
export interface CounterOffer {
  readonly m3: number;
  readonly after: Cents;
  readonly instalments?: readonly Cents[] | undefined;
  readonly says: string;
}

/** How a contact is known to be somebody's: a code, an account that opened the claim, or the office's own look. */
export const contactProofs = ["code", "account", "seen"] as const;
export type ContactProof = (typeof contactProofs)[number];

/** A code that was asked for: what it confirms, where it goes, and the instant until which it is valid. */
export interface AskedCode {
  readonly confirmationId: string;
  /** The hash of all that the code confirms. */
  readonly contentHash: string;
  readonly channel: "email" | "sms";
  /** An instant. */
  readonly until: string;
}

/** Results of a call to a claimant who did not come to their hearing. */
export const callResults = ["no-answer", "unreachable", "wrong-number", "declined"] as const;
export type CallResult = (typeof callResults)[number];

/** When a claimant is reminded of their hearing: the working day before it, and its day. */
export type Reminder = "day-before" | "same-day";

/** A provider's report about a notice, recorded once each; the entry's `effectiveAt` is the provider's instant. */
interface ProviderReport {
  /** The entry that the notice is about. */
  readonly seq: number;
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly messageId: string;
}

/** An attachment that was announced and never uploaded, or cannot be read, and what the clerk wrote about it. */
export interface FollowedAttachment {
  readonly documentId: string;
  readonly fileName: string;
  readonly text?: string | undefined;
}

/** The details of each entry that changes no right. */
export interface NoteDetails extends Record<CaseNoteType, object> {
  /** The claim got no appointments at filing: an analyst gives it its own, or joins it with the claim it repeats. */
  "appointments-waiting": WaitingAppointments;
  /** A code goes to the mobile or e-mail of a claim that was filed without an account. */
  "contact-code-asked": AskedCode;
  /** Somebody answers at the contact of a claim that was filed without an account, or the office looked at it. */
  "contact-confirmed": {
    readonly how: ContactProof;
    /** The mobile or e-mail that answered, or was looked at; absent if an account opened the claim by its key. */
    readonly channel?: "email" | "sms" | undefined;
    /** What the member of the staff who looked found. */
    readonly remark?: string | undefined;
  };
  /** The claimant corrected their contact, in their account or through staff: it counts from this entry on. */
  "contact-changed": ChangedContact & ActOnBehalf;
  /** The claimant says in which language they want to be attended, from this entry on. */
  "language-chosen": LanguageChoice & ActOnBehalf;
  /** The key before opens nothing any more, and who opened the claim by it is let in no more. */
  "key-replaced": { readonly claimKey: string } & ActOnBehalf;
  /** The visit of another claim of the supply serves this claim too, which takes no slot of its own. */
  "visit-shared": { readonly inspectionId: string; readonly with: NamedClaim };
  /** Recorded in both claims: they share hearing and visit; each keeps its terms and gets its own answer (LPAG 160). */
  "claims-joined": { readonly with: NamedClaim; readonly reason: string };
  /** `reason`: why a member of the staff gave the visit to another inspector; absent for the first one it has. */
  "inspection-assigned": {
    readonly inspectionId: string;
    readonly inspector: string;
    readonly name: string;
    readonly reason?: string | undefined;
  };
  /** The claim passes from `before`, if anybody had it, to `owner`. */
  "owner-changed": { readonly before?: Owner | undefined; readonly owner: Owner; readonly reason: string };
  /** A note of the office's own work. What proves anything goes to the file by an act of its own. */
  "work-noted": {
    readonly text: string;
    /** It says who hands the decision of this notice over at its address. */
    readonly delivery?: { readonly noticeId: string; readonly inspector: string; readonly name: string } | undefined;
    /** It says on which day the written copy of entry `of`, said by telephone, was posted, and to which address. */
    readonly copy?: { readonly of: number; readonly postedOn: CalendarDay; readonly to: string } | undefined;
    /** It asks another person to override what the decision lacks, which it names. */
    readonly asksOverride?: true | undefined;
  };
  /**
   * By the system: its day became a non-working day, and the same inspector makes it on the new day. By the claimant:
   * they chose another free slot, and an inspector is assigned anew.
   */
  "visit-moved": { readonly before: CalendarDay; readonly visit: PlannedVisit } & ActOnBehalf;
  /** The claimant says that somebody will be there at the visit's day and hour; a later move undoes it. */
  "visit-confirmed": {
    readonly inspectionId: string;
    readonly on: CalendarDay;
    readonly from: string;
  } & ActOnBehalf;
  /** The claimant's choice after filing; `telephone` is where they are called, if they gave a number. */
  "hearing-mode-chosen": { readonly mode: HearingMode; readonly telephone?: string | undefined } & ActOnBehalf;
  /** The claimant says that they will take part on that day and hour; a later move undoes it. */
  "hearing-confirmed": { readonly on: CalendarDay; readonly at: string } & ActOnBehalf;
  /** The link of a hearing by video on that day and hour; it does not hold after the hearing moves. */
  "hearing-link-set": { readonly on: CalendarDay; readonly at: string; readonly link: string };
  /** The reminder of an act that the claim expects from its claimant, sent the working day before `day`. */
  "act-reminded": { readonly act: RemindedAct; readonly day: CalendarDay };
  "hearing-reminded": { readonly on: CalendarDay; readonly at: string; readonly when: Reminder };
  /** Effective when the claimant was called. */
  "hearing-called": { readonly number: string; readonly result: CallResult };
  "offer-made": Offer;
  "offer-answered": {
    readonly offerId: string;
    readonly accepted: boolean;
    readonly standing: Standing;
    /** Only of an offer that is not accepted. */
    readonly counter?: CounterOffer | undefined;
  } & ActOnBehalf;
  "confirmation-asked": AskedCode & {
    readonly act: ConfirmedAct;
    /** What is withdrawn, if the act is a withdrawal. */
    readonly withdrawn?: "claim" | "procedure" | "recourse" | undefined;
    /** What the staff recorded, which the claimant confirms. */
    readonly says: string;
  };
  "notice-sent": {
    /** The entry that the notice is about. */
    readonly seq: number;
    readonly channel: "email" | "sms";
    readonly subject: string;
    /** The hash of subject, text and address as kept in the evidence; absent in notices recorded before that. */
    readonly sha256?: string | undefined;
    readonly to?: string | undefined;
    /** The provider's id of the message. */
    readonly messageId?: string | undefined;
  };
  /** The notice was accepted by the addressee's mail server or carrier; this does not prove that anybody read it. */
  "notice-delivered": ProviderReport;
  /** The provider is still trying. */
  "notice-delayed": ProviderReport;
  "notice-bounced": ProviderReport & { readonly reason: BounceReason };
  /** The addressee marked it as spam: no more mail goes to that address. */
  "notice-complained": ProviderReport;
  "notice-dispatched": {
    readonly noticeId: string;
    readonly of: NotifiedAct;
    /** What the notice says, which the claimant reads once they acknowledge it. */
    readonly says: readonly string[];
    readonly to: string;
    /** Opens the notice: 128 bits, given to the claimant alone. */
    readonly noticeKey: string;
  };
  "notice-acknowledged": { readonly noticeId: string };
  /** Consent given or withdrawn after the filing; the form has the consent given in the filing. */
  "notice-consent": { readonly channel: ConsentedChannel; readonly granted: boolean } & ActOnBehalf;
  "delivery-attempted": {
    readonly noticeId: string;
    readonly outcome: "absent";
    readonly nextOn: CalendarDay;
    readonly premises: string;
    readonly photos: readonly Attachment[];
    /** As in a delivery that was reported from a phone. */
    readonly deviceTime?: string | undefined;
    readonly deviceClockAt?: string | undefined;
    readonly captures?: readonly Capture[] | undefined;
  };
  /** A delivery that was recorded late: it counts as notified once another member of the staff confirms it. */
  "delivery-claimed": DeliveryDetails;
  /** A submission about this claim; effective when it was presented. */
  "submission-received": {
    readonly submissionId: string;
    readonly submissionNumber: string;
    readonly subject: string;
    readonly attachments: readonly Attachment[];
  };
  /**
   * A visit reported after the investigation, or by one more inspector than the one whose acta the visit has: it is
   * kept beside what was decided or found.
   */
  "late-inspection": { readonly outcome: VisitOutcome } & FactDetails["inspection-reported"];
  /** The claim is about a problem: the request for attention that was filed for it with the claim's own day. */
  "taken-as-problem": Omit<ClaimedProblem, "attentions"> & {
    readonly problemType: ProblemType;
    readonly reason: string;
  };
  /** Evidence that an area of the company reports or holds. */
  "evidence-added": {
    readonly kind: ReportKind;
    readonly summary: string;
    /** Who looked for records and found none; absent if the attachments are the record. */
    readonly noneFoundBy?: string | undefined;
    readonly attachments: readonly Attachment[];
  };
  /** The control of a month that file E did not bring (digest 7.4), as the analyst found it on record. */
  "control-recorded": RecordedControl;
  "document-added": { readonly document: OfficeDocument };
  "attachment-checked": { readonly documentId: string; readonly state: CheckedState; readonly reason?: string };
  "attachment-missing": FollowedAttachment;
  "copy-asked": FollowedAttachment;
  "attachment-attended": FollowedAttachment;
  "hold-acknowledged": {
    readonly version: number;
    readonly reference: string;
    /** Absent from entries of earlier releases, with `action`: whether it answers a hold or its end. */
    readonly receiptNumber?: string | undefined;
    readonly action?: "set" | "released" | undefined;
  };
  "adjustment-acknowledged": {
    readonly receiptNumber: string;
    readonly version: number;
    /** Keys of the adjustments it answers; empty if it settles none yet. */
    readonly settled: readonly string[];
    readonly reference: string;
  };
  "manager-alerted": {
    readonly reason: string;
    /** For a decision that may be notified late: the working day of its term, and the calendar that counts it. */
    readonly late?: { readonly clock: ClockId; readonly day: number; readonly calendarVersion: string } | undefined;
    /** The entry whose written copy no mail or text message could take: it is to be posted. */
    readonly copyOf?: number | undefined;
  };
  /**
   * The claimant claims as holder with another document than the register has; the entry does not say which one that
   * is.
   */
  "holder-not-matched": object;
  /** What the claimant showed to prove that they are the holder or use the service. */
  "standing-proved": { readonly shown: string };
  /** The claim passed to `state` because a term ended. */
  "lapse-notified": { readonly state: ClaimState; readonly since: CalendarDay };
  "dates-moved": {
    /** The version of the calendars; `calendarVersion` is its name. */
    readonly version: number;
    readonly calendarVersion: string;
    readonly why: string;
    readonly moved: readonly MovedDate[];
  };
  /** Whether a reader may have the piece that entry `seq` added, which may have other people's data. */
  "access-decided": {
    readonly seq: number;
    readonly copy: GuardedCopy;
    readonly open: boolean;
    readonly reason: string;
  };
  /** The tribunal's copy of the file, up to the entry `upTo`. */
  "case-file-exported": {
    /** The index of the copy. */
    readonly document: OfficeDocument;
    readonly upTo: number;
    readonly on: CalendarDay;
    /** Hexadecimal SHA-256 of `manifest.json`, which lists every file of the copy. */
    readonly manifestSha256: string;
    readonly folios: number;
    readonly parts: number;
  };
  /** The office handed the claimant's copy to them or to their `receiver`; effective when it was handed over. */
  "copy-handed-over": {
    readonly copyId: string;
    /** Hexadecimal SHA-256 of its `manifest.json`. */
    readonly manifestSha256: string;
    readonly folios: number;
    readonly receiver: Receiver;
  };
  /**
   * A document was sent to signature (no resolution nor certificate of silence): its bytes, number and date are fixed.
   */
  "document-frozen": {
    readonly number: string;
    readonly document: OfficeDocument;
    /** For a rectification: what it corrects once it is signed. */
    readonly rectifies?: Correction | undefined;
    /** For the acceptance of a withdrawal: why it is accepted once it is signed. */
    readonly accepts?: { readonly reason: string } | undefined;
  };
  /** `of` is the entry that froze the document; nobody may sign it any more. */
  "document-returned": { readonly of: number; readonly number: string; readonly reason: string };
  /** `of` is the entry that froze the document; this signature changes no state. */
  "document-signed": { readonly of: number; readonly number: string } & SignedDetails;
  /** A signature on paper, effective on its day; it counts once another member of the staff has seen the scan. */
  "hand-signature-claimed": {
    /** The entry that froze the document. */
    readonly of: number;
    readonly number: string;
    readonly authenticatedAt: string;
    readonly scan: OfficeDocument;
    /** The upload of the scan, whose pages are kept as pictures. */
    readonly uploadId?: string | undefined;
    readonly hand: HandSignature;
  };
  /** The person who looked at the scan did not find that signature on it: the document waits for a signature again. */
  "hand-signature-refused": { readonly of: number; readonly number: string; readonly reason: string };
}
