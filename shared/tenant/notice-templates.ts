import type { HearingInWords } from "../documents/letters.ts";
import type { HoldAsked } from "../domain/billing/hold-release.ts";
import type { CaseEventOf } from "../domain/case/case-events.ts";
import type { LinkedPage } from "../domain/counter/contact.ts";
import type { FactorKind } from "../domain/receipt/explanation.ts";
import type { BillingType } from "../domain/receipt/tariff.ts";
import type { LinkEnd } from "../domain/supply/supply-link.ts";
import type { CalendarDay } from "../domain/term/calendar-day.ts";
import type { PlannedVisit } from "../domain/visit/appointments.ts";

/**
 * What a template gets besides the entry it notifies: facts that follow from the law and the case, and names in
 * Spanish.
 */
export interface NoticeFacts {
  "claim-filed": {
    /** Whether it goes to who showed that the contact is theirs, and may hold the key. */
    readonly withKey: boolean;
    /** Whether the notice states the right to have the meter tested (digest 7.5). */
    readonly meterTestRight: boolean;
    /** While the commercial system did not confirm that it holds the receipts. */
    readonly holdAsked: HoldAsked | undefined;
    readonly hearing: HearingInWords | undefined;
    /**
     * For a claim by telephone: what was recorded, as names in Spanish, and the last day to undo a consent to e-mail.
     */
    readonly copy:
      | {
          readonly request: string;
          readonly leakCheck: string | undefined;
          readonly consentUndoUntil: CalendarDay | undefined;
        }
      | undefined;
  };
  "defect-observed": { readonly remedyDays: number };
  /** `until`: the last day to acknowledge it. */
  "notice-dispatched": { readonly until: CalendarDay; readonly remedyDays: number };
  /** `again`: until when its receipts may be claimed again, if it was not presented and that is known. */
  "lapse-notified": SettledFacts & { readonly again: readonly string[] };
  "inspection-assigned": { readonly visit: PlannedVisit };
  /** `isRepeated`: one more visit follows if nobody opens in the next one either. */
  "inspection-reported": { readonly isRepeated: boolean };
  "visit-moved": object;
  reclassified: { readonly typeName: string };
  "taken-as-problem": { readonly typeName: string };
  "leak-repair-required": { readonly until: CalendarDay | undefined };
  "leak-verified": object;
  "meter-test-ordered": { readonly costAccepted: boolean };
  "meter-test-reported": { readonly conclusion: string };
  "hearing-moved": { readonly hearing: HearingInWords };
  "hearing-mode-chosen": { readonly hearing: HearingInWords };
  "hearing-link-set": { readonly hearing: HearingInWords };
  /** `visit`: the visit that it reminds of. */
  "act-reminded": { readonly visit: PlannedVisit | undefined };
  "hearing-reminded": { readonly hearing: HearingInWords };
  "appointments-given": { readonly hearing: HearingInWords };
  /** Only if somebody else attended the claim before. */
  "owner-changed": object;
  "claims-joined": object;
  "conciliation-held": SettledFacts;
  "offer-made": object;
  /** These four are the claimant's written copy of what staff recorded for them; an acceptance is also their own. */
  "offer-answered": SpokenFacts & {
    readonly offer: CaseEventOf<"offer-made">["details"] | undefined;
    readonly hearing: HearingInWords | undefined;
  };
  "withdrawal-requested": SpokenFacts;
  "withdrawal-undone": object;
  "notice-consent": SpokenFacts;
  "confirmation-asked": { readonly code: string; readonly minutes: number };
  "contact-changed": SpokenFacts;
  /** Whether the message goes where the new key may go. */
  "key-replaced": { readonly withKey: boolean };
  "contact-code-asked": { readonly code: string; readonly minutes: number };
  /** `until`: the last day to acknowledge it. */
  "resolution-dispatched": { readonly until: CalendarDay };
  "reconsideration-filed": { readonly until: CalendarDay };
  /** `until`: the last day to bring it. */
  "new-evidence-asked": { readonly until: CalendarDay };
  /** Without `until` the appeal waits for the company's own decision (digest 3.3). */
  "appeal-filed": { readonly until: CalendarDay | undefined };
  "file-elevated": { readonly until: CalendarDay };
  "tribunal-decided": object;
  "silence-certified": SettledFacts;
  "document-signed": object;
  "queja-filed": { readonly until: CalendarDay };
  "queja-forwarded": { readonly until: CalendarDay };
  "queja-answered": object;
  rectified: object;
  "recourse-reclassified": { readonly until: CalendarDay };
  "withdrawal-accepted": SettledFacts & { readonly leavesFirm: boolean };
  executed: SettledFacts;
  "dates-moved": object;
  "attachment-missing": object;
  "copy-asked": object;
}
/** What the claim leaves its receipts at and when they are due, in sentences; empty while nothing settled them. */
interface SettledFacts {
  readonly left: readonly string[];
}

/** The last day to undo what was said by telephone; undefined if it counts at once. */
interface SpokenFacts {
  readonly undoUntil: CalendarDay | undefined;
}

export type NoticeType = keyof NoticeFacts;

/**
 * The words that notify an entry: a mail's subject and paragraphs (lines with `- ` are a list), and few words for a
 * text message.
 */
export interface NoticeWords {
  readonly subject: string;
  readonly says: readonly (string | false | undefined)[];
  /** The text message. It continues after the sender's name, and the link follows it unless `shortWithoutLink`. */
  readonly short: string;
  readonly shortWithoutLink?: true;
  /** The words before the link to the claim, if the mail has another link too. */
  readonly enter?: string;
}

/**
 * The steps of a submission that are notified. What the person did themselves they know, and forwarding to an area is
 * internal.
 */
export const notifiedSubmissionSteps = [
  "presented",
  "observed",
  "received",
  "returned",
  "lapsed",
  "answered",
  "taken",
  "not-recourse",
  "attachment-missing",
  "copy-asked",
] as const;
type NotifiedSubmissionStep = (typeof notifiedSubmissionSteps)[number];

/**
 * What a notice may say about a submission: not its content nor who presented it; of an observation, what is missing.
 */
export interface NotifiedSubmission {
  readonly number: string;
  readonly claimCode: string | undefined;
  /** Whether its person may have no account: the clerk registered it, or it was presented without one. */
  readonly onPaper: boolean;
  /** Whether it was presented on the web without an account: its number and key open it there. */
  readonly byKey: boolean;
  /** What is missing, for the notice of an observation only. */
  readonly remark: string | undefined;
  /** The last day to remedy it, if it is notified now. */
  readonly remedyBy: CalendarDay;
  readonly answerBy: CalendarDay | undefined;
}

/** What a notice says of a supply that an account has no more. */
export interface EndedSupply {
  readonly supplyCode: string;
  readonly endedOn: CalendarDay;
  readonly because: LinkEnd;
}

/** What a notice says of a new receipt. Amounts are in soles, as `58.90`. */
export interface ArrivedReceipt {
  readonly supplyCode: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly totalDue: string;
  readonly dueDate: CalendarDay;
  readonly billingType: BillingType;
  /** The m³ billed, and what the meter showed if they are an estimate all the same. */
  readonly m3: number;
  readonly readM3?: number | undefined;
  /** The receipt it is compared with; absent if there is none. */
  readonly before?: { readonly period: string; readonly totalDue: string; readonly billingType: BillingType };
  /** What changed the total most; absent if it did not change, or nothing can be said. */
  readonly mainFactor: FactorKind | undefined;
  /** The address of the page where one stops being written to. */
  readonly leave: string;
}

/** The utility as the sender of a notice. */
export interface NoticeSender {
  readonly name: string;
  readonly telephone: string;
  readonly regulatorLine: string;
}

/**
 * The words of every notice of a tenant, from the case's facts; a template returns undefined if the claimant is not
 * notified of the entry. No notice has what a decision says, except the amounts once it is over, nor a person's name,
 * document or address.
 */
export interface NoticeTemplates {
  readonly of: {
    readonly [Type in NoticeType]: (
      entry: CaseEventOf<Type>,
      facts: NoticeFacts[Type] & { readonly claimCode: string },
    ) => NoticeWords | undefined;
  };
  /** The notices of a submission's steps, for people who left a mail or telephone with it. */
  readonly submissions: { readonly [Step in NotifiedSubmissionStep]: (submission: NotifiedSubmission) => NoticeWords };
  /** The notices to an account about itself. */
  readonly account: {
    /** The account's link to a supply was ended. */
    readonly "link-ended": (facts: EndedSupply) => NoticeWords;
    /** A new receipt of a linked supply, for who agreed to be written to. */
    readonly "receipt-arrived": (facts: ArrivedReceipt) => NoticeWords;
    /** A claim it filed has a new contact, or somebody else asked for its withdrawal or another key. */
    readonly "claim-acted": (facts: {
      readonly claimCode: string;
      readonly type: "contact-changed" | "withdrawal-requested" | "key-replaced";
    }) => NoticeWords;
  };
  /** The message with a link that staff send during a call; it may reach somebody else's telephone. */
  readonly link: (page: LinkedPage) => NoticeWords;
  /** How every mail begins, how it names the link, and how it ends. */
  readonly frame: {
    readonly greeting: string;
    readonly enter: string;
    readonly closing: (sender: NoticeSender) => readonly string[];
    /** What follows a text message if there is room left. */
    readonly help: (sender: NoticeSender) => string;
  };
}
