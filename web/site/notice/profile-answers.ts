import type { AnswerOf, ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { languageAnswers, languageTyped } from "../../look/language-fields.tsx";
import { personDocumentNames } from "../../words/person.ts";
import type { Answers } from "../filing/answers.ts";

export type Profile = NonNullable<AnswerOf<Routes["showProfile"]>["profile"]>;
type Body = ClientRequestOf<Routes["saveProfile"]>["body"];

type Kind = keyof typeof personDocumentNames;
const isKind = (typed: string): typed is Kind => Object.hasOwn(personDocumentNames, typed);

/**
 * Returns what is typed in the fields of a form as the body of `saveProfile`, trimmed. Leaves out the document if its
 * kind or number is missing, and an empty telephone or e-mail. Nothing is checked.
 */
export function profileOf(typed: (name: string) => string): Body {
  const text = (name: string) => typed(name).trim();
  const [kind, number] = [text("kind"), text("number")];
  return {
    givenNames: text("givenNames"),
    paternalSurname: text("paternalSurname"),
    maternalSurname: text("maternalSurname"),
    companyName: text("companyName"),
    ...(isKind(kind) && number && { document: { kind, number } }),
    address: text("address"),
    ...(text("telephone") && { telephone: text("telephone") }),
    ...(text("email") && { email: text("email") }),
    notifyByEmail: text("notifyByEmail") === "yes",
    representative: text("representative"),
    languageChoice: languageTyped(text),
  };
}

/**
 * Returns the answers that a profile gives to the steps of a claim, by field name. An empty field and the
 * representative give none. The consent to be notified by e-mail is an answer only if the profile gives it.
 */
export function answersOf(profile: Profile): Answers {
  const { document, notifyByEmail, languageChoice, representative: _, savedAt: __, ...texts } = profile;
  const given = Object.entries({ ...texts, ...document }).filter(([, value]) => value !== "");
  // Consent is asked anew in each claim: only who gave it finds it marked.
  return {
    ...Object.fromEntries(given),
    ...(notifyByEmail && { notifyByEmail: "yes" }),
    ...(languageChoice && languageAnswers(languageChoice)),
  };
}
