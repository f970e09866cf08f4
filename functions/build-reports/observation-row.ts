import { channelNames } from "../../shared/casework/entry-words.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import {
  answerBy,
  type Observation,
  type ObservationState,
  observationState,
} from "../../shared/domain/observation.ts";
import type { RegisterRow } from "../../shared/domain/register.ts";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { documentText } from "./problem-row.ts";

const stateNames: Readonly<Record<ObservationState, string>> = {
  waiting: "por responder",
  overdue: "vencida",
  answered: "respondida",
  "answered-late": "respondida fuera de plazo",
};

/** An entry of the observation book as its register has it at an instant; nothing for one entered since. */
export function observationRow(
  stored: Observation,
  tenant: Tenant,
  asOf: string,
): RegisterRow<"observations"> | undefined {
  if (stored.enteredAt > asOf) return undefined;
  const { answer: last, ...entered } = stored;
  const answer = last && last.at <= asOf ? last : undefined;
  const law = lawInForce(tenant, calendarDay(entered.enteredOn));
  const lastDay = answerBy(entered, law.observation.days.value, tenant.calendars.COMPANY.value);
  return {
    number: entered.number,
    office: entered.office,
    channel: channelNames[entered.channel],
    "entered-at": entered.enteredAt,
    "entered-on": entered.enteredOn,
    "person-name": entered.person.name,
    "person-document": documentText(entered.person.document),
    text: entered.text,
    "answer-by": lastDay,
    "answered-on": answer ? limaDay(answer.at) : "",
    answer: answer?.text ?? "",
    state: stateNames[observationState({ ...entered, answer }, lastDay, limaDay(asOf))],
  };
}
