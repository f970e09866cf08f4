import type { PersonDocument } from "../../shared/domain/claim-form.ts";

/** What is known of the person who fills in a form, to be found there already; nothing in staff's forms. */
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

/** The whole name of somebody known, or of their company; empty if neither is. */
export function nameOfKnown({ givenNames, paternalSurname, maternalSurname, companyName }: KnownPerson): string {
  const person = [givenNames, paternalSurname, maternalSurname].filter((part) => part).join(" ");
  return person || (companyName ?? "");
}
