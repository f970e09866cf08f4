import { type CaseEvent, entriesOf, lastEntry } from "../case/case-events.ts";
import type { ChangedContact, Claimant } from "../filing/claim-form.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";

/**
 * Returns the claimant of the claim's form, with the language recorded last and with `changes` of their contact, the
 * oldest first: all that were recorded, unless others are given. Undefined if the entries have no `claim-filed`.
 */
export function claimantOf(
  events: readonly CaseEvent[],
  changes: readonly ChangedContact[] = entriesOf(events, "contact-changed").map(({ details }) => details),
): Claimant | undefined {
  const form = lastEntry(events, "claim-filed")?.details.form;
  if (!form) return undefined;
  const claimant = changes.reduce<Claimant>(withContact, form.claimant);
  const chosen = lastEntry(events, "language-chosen")?.details;
  return chosen
    ? { ...claimant, languageChoice: { language: chosen.language, interpreter: chosen.interpreter } }
    : claimant;
}

/** A telephone number of a claimant, and the day on which they gave it last. */
interface GivenNumber {
  readonly number: string;
  readonly on: CalendarDay;
}

/**
 * Returns every telephone number that the claimant gave, with the claim, for its hearing or as a new contact since,
 * each once, the one given last first; empty if they gave none. A number said once is not forgotten because of another.
 */
export function telephonesOf(events: readonly CaseEvent[]): readonly GivenNumber[] {
  const byNumber = new Map<string, CalendarDay>();
  for (const event of events)
    for (const number of numbersIn(event)) {
      // Given again, it stands last.
      byNumber.delete(number);
      byNumber.set(number, limaDay(event.effectiveAt));
    }
  return [...byNumber].map(([number, on]) => ({ number, on })).reverse();
}

function numbersIn(event: CaseEvent): readonly string[] {
  if (event.type === "claim-filed") {
    const { claimant, hearingTelephone } = event.details.form;
    return [claimant.telephone ?? [], hearingTelephone ?? []].flat();
  }
  const isNew = event.type === "contact-changed" || event.type === "hearing-mode-chosen";
  return isNew && event.details.telephone ? [event.details.telephone] : [];
}

/** Returns a claimant with the parts of `contact` that are there in place of their own. */
function withContact<Person extends ChangedContact>(person: Person, contact: ChangedContact): Person {
  const { telephone = person.telephone, email = person.email, address = person.address } = contact;
  return { ...person, telephone, email, address };
}

/**
 * Returns the parts of a new contact that differ from the claimant's present contact; undefined if no part differs. A
 * part that is absent or empty is left out.
 */
export function changesOf(
  claimant: Claimant,
  { telephone, email, address }: ChangedContact,
): ChangedContact | undefined {
  const changed = {
    ...(telephone && telephone !== claimant.telephone && { telephone }),
    ...(email && email !== claimant.email && { email }),
    ...(address && address !== claimant.address && { address }),
  };
  return Object.keys(changed).length > 0 ? changed : undefined;
}
