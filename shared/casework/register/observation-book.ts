import { answerBy, type BookEntry, observationState } from "../../domain/register/observation.ts";
import { submissionStateAt } from "../../domain/submission/submission.ts";
import { calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { Observations } from "../../storage/register/observations.ts";
import type { SubmissionRecord, Submissions } from "../../storage/submission/submissions.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";
import { lastDayToCorrect } from "../resolution/correction-term.ts";
/** Entries of the observation book come by its page (`observations`) or by the document desk (`submissions`). */
export interface ObservationBookDeps {
  readonly tenant: Tenant;
  readonly observations: Pick<Observations, "found">;
  readonly submissions: Pick<Submissions, "named">;
}

/**
 * Returns the entries of the observation book with these ids as they were at `asOf`, with the answers given by then,
 * sorted by id. Leaves out ids without an entry and entries made after `asOf`. Leaves out submissions that at `asOf`
 * were `returned` or `not-presented`, or whose kind was not `observation`. If a clerk gave a submission another kind,
 * the new kind counts once the submission is `received`.
 */
export async function bookEntries(
  { tenant, observations, submissions }: ObservationBookDeps,
  ids: readonly string[],
  asOf: string,
): Promise<readonly BookEntry[]> {
  const [written, filed] = await Promise.all([observations.found(ids), submissions.named(ids)]);
  return [
    ...written.filter(({ enteredAt }) => enteredAt <= asOf).map((one) => ({ ...one, answer: answerAt(one, asOf) })),
    ...filed.flatMap((submission) => filedEntry(submission, tenant, asOf) ?? []),
  ].toSorted((a, b) => (a.observationId < b.observationId ? -1 : 1));
}

const answerAt = ({ answer }: BookEntry, asOf: string): BookEntry["answer"] =>
  answer && answer.at <= asOf ? answer : undefined;

/**
 * A submission as an entry of the book; undefined if by `asOf` it was not entered, of another kind, returned, or not
 * presented.
 */
function filedEntry(submission: SubmissionRecord, tenant: Tenant, asOf: string): BookEntry | undefined {
  const { submissionId, number, office, registered, presentedAt, filedOn, presenter, subject, text } = submission;
  const enteredAt = registered?.at ?? presentedAt;
  const state = submissionStateAt({ ...submission, remedyBy: lastDayToCorrect(submission, tenant, asOf) }, asOf);
  // A change of kind counts only once the submission is received.
  const kind = state === "received" ? submission.kind : (submission.presentedAs?.kind ?? submission.kind);
  if (enteredAt > asOf || kind !== "observation" || state === "returned" || state === "not-presented") return undefined;
  const answer = submission.entries.find(({ type, at }) => type === "answered" && at <= asOf);
  return {
    observationId: submissionId,
    number,
    office,
    channel: "document-desk",
    enteredAt,
    enteredOn: filedOn,
    person: { name: presenter },
    text: text === "" ? subject : `${subject}: ${text}`,
    ...(answer && { answer: { at: answer.at, text: answer.text ?? "" } }),
  };
}

/**
 * Returns the last day to answer an entry of the book (`answerBy`; T24), by the law of the day it was entered, and the
 * entry's state at `now`: `waiting`, `overdue`, `answered` or `answered-late`.
 */
export function bookTerm(entry: BookEntry, tenant: Tenant, now: string) {
  const { days } = lawInForce(tenant, calendarDay(entry.enteredOn)).observation;
  const lastDay = answerBy(entry, days.value, tenant.calendars.COMPANY.value);
  return { answerBy: lastDay, state: observationState(entry, lastDay, limaDay(now)) };
}
