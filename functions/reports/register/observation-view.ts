import { bookTerm } from "../../../shared/casework/register/observation-book.ts";
import type { enterObservation } from "../../../shared/contract/counter/attention-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { BookEntry } from "../../../shared/domain/register/observation.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";

/**
 * Returns an entry of the observation book as staff see it, with its state at `now` and its last day to be answered.
 */
export function observationView(entry: BookEntry, tenant: Tenant, now: string): AnswerOf<typeof enterObservation> {
  const { observationId, number, channel, enteredAt, enteredOn, person, text, answer } = entry;
  return {
    observationId,
    number,
    channel,
    enteredAt,
    enteredOn,
    person,
    text,
    ...bookTerm(entry, tenant, now),
    ...(answer && { answer: { at: answer.at, text: answer.text } }),
  };
}
