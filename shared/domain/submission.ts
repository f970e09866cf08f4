import { type CalendarDay, limaDay } from "./calendar-day.ts";
import type { Attachment } from "./claim-form.ts";

/** Files people may send: photos and PDF. */
export const attachmentTypes = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** Types of files as people call them. */
export const attachmentTypeNames = {
  "application/pdf": "PDF",
  "image/jpeg": "JPG",
  "image/png": "PNG",
  "image/heic": "HEIC",
} as const satisfies Readonly<Record<AttachmentType, string>>;

/** Rights over one's own data (digest 8), asked for as submissions, each with its own clock. */
const dataRights = ["data-access", "data-rectification", "data-cancellation", "data-opposition"] as const;

/** Whether a submission asks for one of them: its person says who they are by their document of identity. */
export function isDataRight(kind: SubmissionKind): boolean {
  return dataRights.some((right) => right === kind);
}

/** What anybody files as such: a document; an entry in the observation book, which is no claim (T24); a right over their data. */
export const documentSubmissionKinds = ["document", "observation", ...dataRights] as const;

/** What the clerk registers for who brought it: besides those, a letter of an authority, which says its own term. */
export const registeredKinds = [...documentSubmissionKinds, "official-letter"] as const;

/** What is filed in a claim. */
const actsOfClaims = ["reconsideration", "appeal", "queja"] as const;
export type ActOfClaimKind = (typeof actsOfClaims)[number];

/** What is filed at the document desk: a recourse and a queja are, and are told as what they are. */
export const submissionKinds = [...registeredKinds, ...actsOfClaims] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** Whether the claim decides on it, and the desk only receives it. */
export function isActOfClaim(kind: SubmissionKind): kind is ActOfClaimKind {
  return actsOfClaims.some((act) => act === kind);
}

/**
 * Presented when it was sent; received once a clerk checked it, or observed or returned with a reason. What was observed
 * and not mended in time is deemed not presented.
 */
export const submissionStates = ["presented", "received", "observed", "returned", "not-presented"] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** How a document came: by the web, said by telephone, or to the clerk, who registers it for its person. */
export const registeredChannels = ["counter", "courier", "email"] as const;
export const submissionChannels = ["web", "telephone", ...registeredChannels] as const;
export type SubmissionChannel = (typeof submissionChannels)[number];

/** Powers a representative may show: a simple letter, a notary's, one in the public register, or the law's own. */
export const powerKinds = ["simple-letter", "notarised", "registered", "by-law"] as const;
export type PowerKind = (typeof powerKinds)[number];

/** As what somebody presents a document, and for whom. */
export type PresenterStanding =
  | { readonly as: "holder" }
  | { readonly as: "user" }
  | { readonly as: "representative"; readonly of: string; readonly power: PowerKind };

/** Authorities whose letters open a clock of their own. */
export const letterSenders = ["SUNASS", "TRASS", "other"] as const;
export type LetterSender = (typeof letterSenders)[number];

/**
 * What is done about a file that was filed and never came, or that nobody could read: its person is reminded, is asked for
 * a copy, or what the matter came to is noted.
 */
const attachmentFollowUps = ["attachment-missing", "copy-asked", "attachment-attended"] as const;
export type AttachmentFollowUp = (typeof attachmentFollowUps)[number];

/** What happens to a document after it was presented. */
export const submissionEntryTypes = [
  "observed",
  "notified",
  "notice-returned",
  "remedied",
  "received",
  "returned",
  "forwarded",
  "answered",
  "data-gathered",
  "taken",
  "lapsed",
  "delivered",
  "manager-alerted",
  ...attachmentFollowUps,
  "copy-sent",
] as const;
export type SubmissionEntryType = (typeof submissionEntryTypes)[number];

/** A step of a document at the desk: when, by whom, with what words and files. */
export interface SubmissionEntry {
  readonly type: SubmissionEntryType;
  readonly at: string;
  /** An account, one of the staff, or a function of ours. */
  readonly by: string;
  readonly text?: string | undefined;
  /** Where it was forwarded to, how it was delivered, or how its person was told of the observation. */
  readonly to?: string | undefined;
  /** When a telling takes effect: out of the working hours, as the next ones begin. */
  readonly effectiveAt?: string | undefined;
  /** Which of its attachments was delivered. */
  readonly document?: SubmissionProof | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** The key it was sent with and what with it: sent again, it is not a second step. */
  readonly write?: { readonly key: string; readonly contentHash: string } | undefined;
}

/** The attachments of a submission for its person: of its presentation, its reception, what it lacks, and what was answered. */
export const submissionProofs = ["constancia", "cargo", "observation", "answer"] as const;
export type SubmissionProof = (typeof submissionProofs)[number];

/** All the attachments the office makes of a submission: besides those, what is kept of who asks to see their data, for the clerk. */
export const submissionDocuments = [...submissionProofs, "data"] as const;
export type SubmissionDocumentName = (typeof submissionDocuments)[number];

/** How somebody is told of an observation: by a message of ours that left, or by the clerk. */
export const clerkNoticeWays = ["notified-by-telephone", "notified-in-person", "delivered"] as const;
export type ObservationNoticeWay = "email" | "sms" | (typeof clerkNoticeWays)[number];

/**
 * Whether a submission is observed and nobody was told of it: no days run, and its person may mend it at once. Its last day
 * stands there from a telling on, and no longer than the telling does.
 */
export function awaitsNotice({
  state,
  remedyBy,
}: {
  readonly state: SubmissionState;
  readonly remedyBy?: string | undefined;
}): boolean {
  return state === "observed" && remedyBy === undefined;
}

/** The state of a submission on a day: nobody need write down that the days to mend it are over. */
export function submissionStateOn(
  { state, remedyBy }: { readonly state: SubmissionState; readonly remedyBy?: string | undefined },
  today: CalendarDay,
): SubmissionState {
  return state === "observed" && remedyBy !== undefined && remedyBy < today ? "not-presented" : state;
}

/** What a step leaves a submission in; any other leaves it as it was. */
const statesAfter: Readonly<Partial<Record<SubmissionEntryType, SubmissionState>>> = {
  observed: "observed",
  "notice-returned": "observed",
  remedied: "presented",
  received: "received",
  taken: "received",
  returned: "returned",
  lapsed: "not-presented",
};

/** The state of a submission at an instant, whatever happened to it since. */
export function submissionStateAt(
  { entries, remedyBy }: { readonly entries: readonly SubmissionEntry[]; readonly remedyBy?: string | undefined },
  instant: string,
): SubmissionState {
  const states = entries.flatMap(({ type, at }) => (at <= instant ? (statesAfter[type] ?? []) : []));
  return submissionStateOn({ state: states.at(-1) ?? "presented", remedyBy }, limaDay(instant));
}

/** Whether somebody asked for a copy of a file and none came since. */
export function isCopyAsked(entries: readonly { readonly type: SubmissionEntryType }[]): boolean {
  const last = entries.findLast(({ type }) => type === "copy-asked" || type === "copy-sent");
  return last?.type === "copy-asked";
}

/**
 * The lists of the document desk: what nobody checked, whose person must be told what it lacks, what waits for its person,
 * what must be answered, and the rest.
 */
export const submissionLists = ["to-check", "to-notify", "observed", "to-answer", "over"] as const;
export type SubmissionList = (typeof submissionLists)[number];

/** Why nothing more goes to the mail left with a submission: there is no such address; who has it took us for spam. */
export const mailReturns = ["bounced", "complained"] as const;
export type MailReturn = (typeof mailReturns)[number];
