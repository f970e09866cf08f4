import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { calendarDay, limaDay } from "../domain/calendar-day.ts";
import { answerBy, type BookEntry, observationState } from "../domain/observation.ts";
import { submissionStateAt } from "../domain/submission.ts";
import type { Observations } from "../storage/observations.ts";
import type { SubmissionRecord, Submissions } from "../storage/submissions.ts";
import { lastDayToCorrect } from "./correction-term.ts";

/** Where the book's two doors keep what came by them, and the utility whose it is. */
export interface ObservationBookDeps {
  readonly tenant: Tenant;
  readonly observations: Pick<Observations, "found">;
  readonly submissions: Pick<Submissions, "named">;
}

/** What stands in the observation book by these ids, as it was at an instant, in the order of entry. */
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

/** A document as an entry of the book; nothing while it was none: not filed yet, something else, or not presented. */
function filedEntry(submission: SubmissionRecord, tenant: Tenant, asOf: string): BookEntry | undefined {
  const { submissionId, number, office, registered, presentedAt, filedOn, presenter, subject, text } = submission;
  const enteredAt = registered?.at ?? presentedAt;
  const state = submissionStateAt({ ...submission, remedyBy: lastDayToCorrect(submission, tenant, asOf) }, asOf);
  // Only its reception makes another thing of it.
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

/** The last day to answer an entry of the book (T24), and how it stands at an instant. */
export function bookTerm(entry: BookEntry, tenant: Tenant, now: string) {
  const { days } = lawInForce(tenant, calendarDay(entry.enteredOn)).observation;
  const lastDay = answerBy(entry, days.value, tenant.calendars.COMPANY.value);
  return { answerBy: lastDay, state: observationState(entry, lastDay, limaDay(now)) };
}
