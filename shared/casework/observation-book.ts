import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { calendarDay, limaDay } from "../domain/calendar-day.ts";
import { filingStateAt } from "../domain/filing.ts";
import { answerBy, type BookEntry, observationState } from "../domain/observation.ts";
import type { FilingRecord, Filings } from "../storage/filings.ts";
import type { Observations } from "../storage/observations.ts";
import { remedyDay } from "./remedy-day.ts";

/** Where the book's two doors keep what came by them, and the utility whose it is. */
export interface ObservationBook {
  readonly tenant: Tenant;
  readonly observations: Pick<Observations, "found">;
  readonly filings: Pick<Filings, "named">;
}

/** What stands in the observation book by these ids, as it was at an instant, in the order of entry. */
export async function bookEntries(
  { tenant, observations, filings }: ObservationBook,
  ids: readonly string[],
  asOf: string,
): Promise<readonly BookEntry[]> {
  const [written, filed] = await Promise.all([observations.found(ids), filings.named(ids)]);
  return [
    ...written.filter(({ enteredAt }) => enteredAt <= asOf).map((one) => ({ ...one, answer: answerAt(one, asOf) })),
    ...filed.flatMap((filing) => filedEntry(filing, tenant, asOf) ?? []),
  ].toSorted((a, b) => (a.observationId < b.observationId ? -1 : 1));
}

const answerAt = ({ answer }: BookEntry, asOf: string): BookEntry["answer"] =>
  answer && answer.at <= asOf ? answer : undefined;

/** A document as an entry of the book; nothing while it was none: not filed yet, something else, or not presented. */
function filedEntry(filing: FilingRecord, tenant: Tenant, asOf: string): BookEntry | undefined {
  const { filingId, number, office, registered, presentedAt, filedOn, presenter, subject, text } = filing;
  const enteredAt = registered?.at ?? presentedAt;
  const state = filingStateAt({ ...filing, remedyBy: remedyDay(filing, tenant, asOf) }, asOf);
  // Only its reception makes another thing of it.
  const kind = state === "received" ? filing.kind : (filing.presentedAs?.kind ?? filing.kind);
  if (enteredAt > asOf || kind !== "observation" || state === "returned" || state === "not-presented") return undefined;
  const answer = filing.entries.find(({ type, at }) => type === "answered" && at <= asOf);
  return {
    observationId: filingId,
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
