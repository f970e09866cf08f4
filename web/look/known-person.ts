import type { PersonDocument } from "../../shared/domain/filing/claim-form.ts";

/**
 * What is known of the person who fills in a form, with which its fields are filled in at first. Forms that staff fill
 * in have nothing of it.
 */
export interface KnownPerson {
  readonly givenNames?: string | undefined;
  readonly paternalSurname?: string | undefined;
  readonly maternalSurname?: string | undefined;
  readonly companyName?: string | undefined;
  readonly document?: PersonDocument | undefined;
  readonly address?: string | undefined;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Returns a known person's given names and surnames, or their company's name if they have none; empty if neither is
 * known.
 */
export function nameOfKnown({ givenNames, paternalSurname, maternalSurname, companyName }: KnownPerson): string {
  const person = [givenNames, paternalSurname, maternalSurname].filter((part) => part).join(" ");
  return person || (companyName ?? "");
}
