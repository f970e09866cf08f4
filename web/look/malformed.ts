import { hasCheckDigit } from "../../shared/domain/claim/claim-code.ts";
import { isTelephone, plainTelephone } from "../../shared/domain/counter/telephone.ts";
import { type ClientProblem, formProblem } from "../client.ts";
import { malformedWords } from "../words/malformed.ts";
import { documentError } from "../words/person.ts";

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Returns what is wrong with a telephone as typed; undefined if nothing is, or none is typed. */
export function telephoneError(typed: string): string | undefined {
  return typed && !isTelephone(plainTelephone(typed)) ? malformedWords.telephone : undefined;
}

/** Returns what is wrong with an e-mail address as typed; undefined if nothing is, or none is typed. */
export function emailError(typed: string): string | undefined {
  return typed && !emailForm.test(typed) ? malformedWords.email : undefined;
}

/**
 * Returns the problem of a form with, besides what is missing, each field that is filled in and malformed: a claim's
 * code whose check digit is wrong, unless it is `insisted`, a document's number, a telephone, an e-mail. Returns
 * `missing` if nothing is malformed.
 */
export function withMalformed<Missing extends ClientProblem | undefined>(
  missing: Missing,
  typed: (name: string) => string,
  insisted = "",
): Missing | ClientProblem {
  const filled = (name: string) => typed(name).trim();
  const [code, number, telephone, email] = [
    filled("claimCode"),
    filled("number"),
    filled("telephone"),
    filled("email"),
  ];
  const malformed = formProblem({
    claimCode: code !== insisted && !hasCheckDigit(code) ? malformedWords.claimCode : undefined,
    number: number && documentError(typed("kind"), number),
    telephone: telephoneError(telephone),
    email: emailError(email),
  });
  return malformed ? { ...malformed, fields: [...(missing?.fields ?? []), ...malformed.fields] } : missing;
}
