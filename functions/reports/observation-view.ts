import type { enterObservation } from "../../shared/contract/attention-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { answerBy, type Observation, observationState } from "../../shared/domain/observation.ts";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";

/** An entry of the observation book, and how it stands today. */
export function observationView(entered: Observation, tenant: Tenant, now: string): AnswerOf<typeof enterObservation> {
  const { observationId, number, channel, enteredAt, enteredOn, person, text, answer } = entered;
  const { days } = lawInForce(tenant, calendarDay(enteredOn)).observation;
  const lastDay = answerBy(entered, days.value, tenant.calendars.COMPANY.value);
  return {
    observationId,
    number,
    channel,
    enteredAt,
    enteredOn,
    person,
    text,
    answerBy: lastDay,
    state: observationState(entered, lastDay, limaDay(now)),
    ...(answer && { answer: { at: answer.at, text: answer.text } }),
  };
}
