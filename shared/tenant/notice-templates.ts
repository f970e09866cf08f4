import type { HearingInWords } from "../documents/letters.ts";
import type { PlannedVisit } from "../domain/appointments.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { CaseEventOf } from "../domain/case-events.ts";

/** What a template gets besides the entry: what follows from the law and the case, and names in Spanish. */
export interface NoticeFacts {
  "claim-filed": {
    /** Whether the notice states the right to a meter test, as it must at filing (digest 7.5). */
    readonly meterTestRight: boolean;
    readonly hearing: HearingInWords | undefined;
    /** What was recorded of a claim by telephone, in Spanish names. */
    readonly copy: { readonly request: string; readonly leakCheck: string | undefined } | undefined;
  };
  "defect-observed": { readonly remedyDays: number };
  /** `until`: the last day to acknowledge it. */
  "notice-dispatched": { readonly until: CalendarDay; readonly remedyDays: number };
  "lapse-notified": object;
  "inspection-assigned": { readonly visit: PlannedVisit };
  "visit-moved": object;
  reclassified: { readonly typeName: string };
  "taken-as-problem": { readonly typeName: string };
  "leak-repair-required": { readonly until: CalendarDay | undefined };
  "leak-verified": object;
  "meter-test-ordered": object;
  "meter-test-reported": { readonly conclusion: string };
  "hearing-moved": { readonly hearing: HearingInWords };
  "hearing-mode-chosen": { readonly hearing: HearingInWords };
  "hearing-link-set": { readonly hearing: HearingInWords };
  /** `visit`: the visit of which it reminds; undefined if it reminds of something else. */
  "act-reminded": { readonly visit: PlannedVisit | undefined };
  "hearing-reminded": { readonly hearing: HearingInWords };
  "appointments-given": { readonly hearing: HearingInWords };
  "claims-joined": object;
  "conciliation-held": object;
  "offer-made": object;
  "confirmation-asked": { readonly code: string; readonly minutes: number };
  /** `until`: the last day to acknowledge it. */
  "resolution-dispatched": { readonly until: CalendarDay };
  "reconsideration-filed": { readonly until: CalendarDay };
  /** `until`: the last day to bring it. */
  "new-evidence-asked": { readonly until: CalendarDay };
  /** `until` is absent while the appeal waits for the decision on a reconsideration (digest 3.3). */
  "appeal-filed": { readonly until: CalendarDay | undefined };
  "file-elevated": { readonly until: CalendarDay };
  "tribunal-decided": object;
  "silence-certified": object;
  "document-signed": object;
  "queja-filed": { readonly until: CalendarDay };
  "queja-forwarded": { readonly until: CalendarDay };
  "queja-answered": object;
  rectified: object;
  "recourse-reclassified": { readonly until: CalendarDay };
  "withdrawal-accepted": { readonly leavesFirm: boolean };
  executed: object;
  "dates-moved": object;
  "attachment-missing": object;
  "copy-asked": object;
}
export type NoticeType = keyof NoticeFacts;

/**
 * The words of one notice: a mail's subject and paragraphs (lines with `- ` are a list), and few words for a mobile.
 */
export interface NoticeWords {
  readonly subject: string;
  readonly says: readonly (string | false | undefined)[];
  /** Continues a sentence that starts with the sender's name; the link follows unless `shortWithoutLink`. */
  readonly short: string;
  readonly shortWithoutLink?: true;
  /** Names the link to the claim, in a mail that has another link besides. */
  readonly enter?: string;
}

/** Steps of a submission of which its presenter is notified: not their own acts, nor which area it was forwarded to. */
export const notifiedSubmissionSteps = [
  "presented",
  "observed",
  "received",
  "returned",
  "lapsed",
  "answered",
  "taken",
  "attachment-missing",
  "copy-asked",
] as const;
type NotifiedSubmissionStep = (typeof notifiedSubmissionSteps)[number];

/** What a notice of a submission may say: neither its text nor its presenter; of an observation, what is missing. */
export interface NotifiedSubmission {
  readonly number: string;
  readonly claimCode: string | undefined;
  /** The clerk registered it: its presenter may have no account. */
  readonly onPaper: boolean;
  /** What is missing, of an observation alone; `remedyBy` is the last day to mend it if the notice is sent now. */
  readonly remark: string | undefined;
  readonly remedyBy: CalendarDay;
  readonly answerBy: CalendarDay | undefined;
}

/** Who signs the notices. */
export interface NoticeSender {
  readonly name: string;
  readonly telephone: string;
  readonly regulatorLine: string;
}

/**
 * The words of every notice of a tenant, from the case's facts; undefined if an entry needs no notice. No notice
 * contains what a decision says, nor a person's name, document or address.
 */
export interface NoticeTemplates {
  readonly of: {
    readonly [Type in NoticeType]: (
      entry: CaseEventOf<Type>,
      facts: NoticeFacts[Type] & { readonly claimCode: string },
    ) => NoticeWords | undefined;
  };
  /** The notices of a submission, for presenters who left a mail or a mobile. */
  readonly submissions: { readonly [Step in NotifiedSubmissionStep]: (submission: NotifiedSubmission) => NoticeWords };
  /** How every mail begins, names its link and ends. */
  readonly frame: {
    readonly greeting: string;
    readonly enter: string;
    readonly closing: (sender: NoticeSender) => readonly string[];
    /** Added to a text message if it still fits. */
    readonly help: (sender: NoticeSender) => string;
  };
}
