import { type CaseEvent, entriesOf, lastEntry } from "./case-events.ts";
import type { ChangedContact, Claimant } from "./claim-form.ts";

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
