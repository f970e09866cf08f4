import type { Attachment } from "../filing/claim-form.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";

/** Types of files that people may send: photos and PDF. */
export const attachmentTypes = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** Types of recordings that staff may send, as a telephone exchange or a phone makes them. */
export const recordingTypes = ["audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav"] as const;
export type RecordingType = (typeof recordingTypes)[number];

/** Types of files that are kept with a case. */
export const fileTypes = [...attachmentTypes, ...recordingTypes] as const;
export type FileType = (typeof fileTypes)[number];

/** Returns whether a type of file is a recording, which has no pages to look at. */
export function isRecording(contentType: string): contentType is RecordingType {
  return recordingTypes.some((one) => one === contentType);
}

/** Types of files as people call them. */
export const attachmentTypeNames = {
  "application/pdf": "PDF",
  "image/jpeg": "JPG",
  "image/png": "PNG",
  "image/heic": "HEIC",
} as const satisfies Readonly<Record<AttachmentType, string>>;

/** Rights of a person over their own data (digest 8), exercised by a submission, each with its own clock. */
const dataRights = ["data-access", "data-rectification", "data-cancellation", "data-opposition"] as const;

/**
 * Returns whether a submission exercises a right over personal data: `data-access`, `data-rectification`,
 * `data-cancellation` or `data-opposition`. These require the presenter's identity document.
 */
export function isDataRight(kind: SubmissionKind): boolean {
  return dataRights.some((right) => right === kind);
}

/**
 * What anybody may present: a document; an entry in the observation book, which is no claim (T24); a right over their
 * data.
 */
export const documentSubmissionKinds = ["document", "observation", ...dataRights] as const;

/** What the clerk registers for a person: any of those, or a letter of an authority, which sets its own term. */
export const registeredKinds = [...documentSubmissionKinds, "official-letter"] as const;

/** Submissions that are acts in a claim. */
const actsOfClaims = ["reconsideration", "appeal", "queja"] as const;
export type ActOfClaimKind = (typeof actsOfClaims)[number];

/**
 * Everything that the document desk receives. A recourse and a queja are submissions too, but people are shown them as
 * what they are.
 */
export const submissionKinds = [...registeredKinds, ...actsOfClaims] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/**
 * Returns whether a submission is a `reconsideration`, `appeal` or `queja`: it is decided in its claim, and the
 * document desk only receives it.
 */
export function isActOfClaim(kind: SubmissionKind): kind is ActOfClaimKind {
  return actsOfClaims.some((act) => act === kind);
}

/**
 * The states of a submission: presented when it was sent; then received once a clerk checked it, or observed or
 * returned with a reason. One that was observed and not remedied in time is deemed not presented.
 */
export const submissionStates = ["presented", "received", "observed", "returned", "not-presented"] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** How a document arrived, if the clerk registered it for its presenter. */
export const registeredChannels = ["telephone", "counter", "courier", "email"] as const;
/** How a document arrived: by web, by telephone, or through the clerk. */
export const submissionChannels = ["web", ...registeredChannels] as const;
export type SubmissionChannel = (typeof submissionChannels)[number];

/** Powers that a representative may show: a simple letter, a notary's, one in the public register, or the law's own. */
export const powerKinds = ["simple-letter", "notarised", "registered", "by-law"] as const;
export type PowerKind = (typeof powerKinds)[number];

/** In what capacity somebody presents a document, and for whom. */
export type PresenterStanding =
  | { readonly as: "holder" }
  | { readonly as: "user" }
  | { readonly as: "representative"; readonly of: string; readonly power: PowerKind };

/** Authorities whose letters start a clock of their own. */
export const letterSenders = ["SUNASS", "TRASS", "other"] as const;
export type LetterSender = (typeof letterSenders)[number];

/**
 * What the clerk does about an attachment that was never uploaded or cannot be read: reminds the presenter, asks for a
 * copy, or notes that it is settled.
 */
const attachmentFollowUps = ["attachment-missing", "copy-asked", "attachment-attended"] as const;
export type AttachmentFollowUp = (typeof attachmentFollowUps)[number];

/** Steps of a submission after it was presented. */
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
  "not-recourse",
  "lapsed",
  "delivered",
  "manager-alerted",
  ...attachmentFollowUps,
  "copy-sent",
  "file-taken-out",
] as const;
export type SubmissionEntryType = (typeof submissionEntryTypes)[number];

/** A step of a submission: when, by whom, with which text and files. */
export interface SubmissionEntry {
  readonly type: SubmissionEntryType;
  readonly at: string;
  /** An account, a staff member, or a function of the system. */
  readonly by: string;
  readonly text?: string | undefined;
  /** Where it was forwarded, how it was delivered, or how its presenter was notified of the observation. */
  readonly to?: string | undefined;
  /** When a notice takes effect: outside working hours, when the next ones begin. */
  readonly effectiveAt?: string | undefined;
  /** Which of the submission's documents was delivered. */
  readonly document?: SubmissionProof | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** The key the step was sent with and a hash of its content: sent again, it is not a second step. */
  readonly write?: { readonly key: string; readonly contentHash: string } | undefined;
}

/**
 * Documents of a submission for its presenter: of its presentation, of its reception, what it lacks, and the answer.
 */
export const submissionProofs = ["constancia", "cargo", "observation", "answer"] as const;
export type SubmissionProof = (typeof submissionProofs)[number];

/**
 * All documents that the office makes for a submission: those, and for the clerk the data kept about a person who asks
 * to see it.
 */
export const submissionDocuments = [...submissionProofs, "data"] as const;
export type SubmissionDocumentName = (typeof submissionDocuments)[number];

/** How the clerk notifies the presenter of an observation. */
export const clerkNoticeWays = ["notified-by-telephone", "notified-in-person", "delivered"] as const;
export type ObservationNoticeWay = "email" | "sms" | (typeof clerkNoticeWays)[number];

/**
 * Returns whether a submission is `observed` and no notice of the observation is in effect, so that `remedyBy` (the
 * last day to remedy it) is not set. The correction term does not run then, but the presenter may remedy the
 * submission at once.
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

/**
 * Returns the state of a submission on the day `today`. If `state` is `observed` and `today` is after `remedyBy`, the
 * last day to remedy it, returns `not-presented`, even if no step recorded that. Otherwise returns `state` unchanged.
 */
export function submissionStateOn(
  { state, remedyBy }: { readonly state: SubmissionState; readonly remedyBy?: string | undefined },
  today: CalendarDay,
): SubmissionState {
  return state === "observed" && remedyBy !== undefined && remedyBy < today ? "not-presented" : state;
}

/** The state after a step; other steps leave the state unchanged. */
const statesAfter: Readonly<Partial<Record<SubmissionEntryType, SubmissionState>>> = {
  observed: "observed",
  "notice-returned": "observed",
  remedied: "presented",
  received: "received",
  taken: "received",
  returned: "returned",
  lapsed: "not-presented",
};

/**
 * Returns the state of a submission at `instant`. The last step up to then that changes the state decides: `observed`
 * and `notice-returned` give `observed`, `received` and `taken` give `received`, `remedied` gives `presented`,
 * `returned` gives `returned`, `lapsed` gives `not-presented`. Without any: `presented`. If the result is `observed`
 * and the instant's day in Lima is after `remedyBy`, returns `not-presented`.
 */
export function submissionStateAt(
  { entries, remedyBy }: { readonly entries: readonly SubmissionEntry[]; readonly remedyBy?: string | undefined },
  instant: string,
): SubmissionState {
  const states = entries.flatMap(({ type, at }) => (at <= instant ? (statesAfter[type] ?? []) : []));
  return submissionStateOn({ state: states.at(-1) ?? "presented", remedyBy }, limaDay(instant));
}

/**
 * Returns whether a submission may be a recourse that nobody has judged yet: its presenter says that it is against a
 * decision, it was not recorded as an act of its claim, and no clerk discarded it (`not-recourse`).
 */
export function isPossibleRecourse({
  kind,
  againstDecision,
  recordedAs,
  entries,
}: {
  readonly kind: SubmissionKind;
  readonly againstDecision?: true | undefined;
  readonly recordedAs?: string | undefined;
  readonly entries: readonly { readonly type: SubmissionEntryType }[];
}): boolean {
  const isSaid = againstDecision === true && !isActOfClaim(kind);
  return isSaid && recordedAs === undefined && !entries.some(({ type }) => type === "not-recourse");
}

/**
 * Returns the day a submission waits for: its last day to be answered or, if that is earlier, to be taken as a
 * recourse. Undefined if it has neither.
 */
export function submissionDueOn({
  answerBy,
  recourseBy,
}: {
  readonly answerBy?: string | undefined;
  readonly recourseBy?: string | undefined;
}): string | undefined {
  return [answerBy, recourseBy].flatMap((day) => day ?? []).toSorted()[0];
}

/**
 * Returns whether the clerk asked for a copy of an attachment (`copy-asked`) and none was sent since (`copy-sent`);
 * false if no copy was ever asked for.
 */
export function isCopyAsked(entries: readonly { readonly type: SubmissionEntryType }[]): boolean {
  const last = entries.findLast(({ type }) => type === "copy-asked" || type === "copy-sent");
  return last?.type === "copy-asked";
}

/**
 * The lists of the document desk: submissions to check, those whose presenter must be notified of what they lack, those
 * that wait for the presenter, those to answer, and the rest.
 */
export const submissionLists = ["to-check", "to-notify", "observed", "to-answer", "over"] as const;
export type SubmissionList = (typeof submissionLists)[number];

/** Why no more mail goes to a submission's address: it does not exist, or its owner marked the mail as spam. */
export const mailReturns = ["bounced", "complained"] as const;
export type MailReturn = (typeof mailReturns)[number];
