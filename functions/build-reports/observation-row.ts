import { channelNames } from "../../shared/casework/case/entry-words.ts";
import { bookTerm } from "../../shared/casework/register/observation-book.ts";
import type { BookEntry, ObservationState } from "../../shared/domain/register/observation.ts";
import type { RegisterRow } from "../../shared/domain/register/register.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { documentText } from "./problem-row.ts";

const stateNames: Readonly<Record<ObservationState, string>> = {
  waiting: "por responder",
  overdue: "vencida",
  answered: "respondida",
  "answered-late": "respondida fuera de plazo",
};

/**
 * Returns the register's row of an entry of the observation book, with its state at `asOf`. The entry must be as it was
 * at `asOf`: an answer in it is shown whatever its day.
 */
export function observationRow(entry: BookEntry, tenant: Tenant, asOf: string): RegisterRow<"observations"> {
  const { answer } = entry;
  const term = bookTerm(entry, tenant, asOf);
  return {
    number: entry.number,
    office: entry.office,
    channel: channelNames[entry.channel],
    "entered-at": entry.enteredAt,
    "entered-on": entry.enteredOn,
    "person-name": entry.person.name,
    "person-document": documentText(entry.person.document),
    text: entry.text,
    "answer-by": term.answerBy,
    "answered-on": answer ? limaDay(answer.at) : "",
    answer: answer?.text ?? "",
    state: stateNames[term.state],
  };
}
