import type { HearingInWords } from "../shared/documents/letters.ts";
import type { PlannedVisit } from "../shared/domain/appointments.ts";
import type { CalendarDay } from "../shared/domain/calendar-day.ts";
import type { CaseEventOf } from "../shared/domain/case-events.ts";

/** What a template is given besides the entry it tells: what the law and the case make of it, and names in Spanish. */
export interface NoticeFacts {
  "claim-filed": {
    /** Whether the right to have the meter tested is told at filing (digest 7.5). */
    readonly meterTestRight: boolean;
    readonly hearing: HearingInWords | undefined;
    /** Of a claim by telephone: what was written down, in names. */
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
  /** `visit`: the one it reminds of. */
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
  /** Without `until` it waits for the company's own decision (digest 3.3). */
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

/** What is told of an entry: a mail's subject and paragraphs (lines with `- ` are a list), and few words for a mobile. */
export interface NoticeWords {
  readonly subject: string;
  readonly says: readonly (string | false | undefined)[];
  /** Begins as it goes on after the sender's name; the link follows it, but where nobody has to go anywhere. */
  readonly short: string;
  readonly shortWithoutLink?: true;
  /** What names the way in to the claim, where a mail has another link besides. */
  readonly enter?: string;
}

/** Steps of a document that are told: what the person does themselves they know, and an area is the company's own. */
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

/** What is told of a document: nothing of what it says, nor who presented it; of an observation, what is missing. */
export interface NotifiedSubmission {
  readonly number: string;
  readonly claimCode: string | undefined;
  /** It was registered by the clerk: its person may have no account. */
  readonly onPaper: boolean;
  /** What is missing, and the last day to mend it if that is told now: of its observation alone. */
  readonly remark: string | undefined;
  readonly remedyBy: CalendarDay;
  readonly answerBy: CalendarDay | undefined;
}

/** Who writes. */
export interface NoticeSender {
  readonly name: string;
  readonly telephone: string;
  readonly regulatorLine: string;
}

/**
 * The words of every notice of a tenant, from the case's facts; nothing where an entry tells its claimant nothing. What a
 * decision says never stands in one, nor a person's name, document or address.
 */
export interface NoticeTemplates {
  readonly of: {
    readonly [Type in NoticeType]: (
      entry: CaseEventOf<Type>,
      facts: NoticeFacts[Type] & { readonly claimCode: string },
    ) => NoticeWords | undefined;
  };
  /** What becomes of a document of the document desk, told to who left their mail with it. */
  readonly submissions: { readonly [Step in NotifiedSubmissionStep]: (submission: NotifiedSubmission) => NoticeWords };
  /** What every mail begins with, how it names the way in, and what it ends with. */
  readonly frame: {
    readonly greeting: string;
    readonly enter: string;
    readonly closing: (sender: NoticeSender) => readonly string[];
    /** Behind a text message, where there is place left. */
    readonly help: (sender: NoticeSender) => string;
  };
}
