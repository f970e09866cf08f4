import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { type ClientProblem, formProblem } from "../client.ts";
import { asksAboutMeter, asksForVisit, typeOfReason } from "../look/claim-reasons.ts";
import { languageMissing, languageTyped } from "../look/language-fields.tsx";
import { readingOf } from "../look/typed-reading.ts";
import { reasonNames } from "../words/claim-form.ts";
import { requestNames } from "../words/desk-case.ts";
import { hearingModeNames } from "../words/desk-hearing.ts";
import { intakeWords } from "../words/desk-intake.ts";
import { languageWords } from "../words/languages.ts";
import { personDocumentNames } from "../words/person.ts";
import type { FoundSupply } from "./intake-answers.ts";
import { chosenOf, markedOf, textOf } from "./typed.ts";

export type Body = ClientRequestOf<Routes["takeClaim"]>["body"];
export type Typed = (name: string) => string;

const answerOf = (typed: string): boolean | undefined => (typed === "" ? undefined : typed === "yes");

/** Every answer a claim cannot be filed without and that is not there, each by its question; undefined if none is missing. */
export function missingIn(typed: Typed): ClientProblem | undefined {
  const { missing } = intakeWords;
  const unless = (name: keyof typeof missing, isAsked = true) => ({
    [name]: isAsked && typed(name).trim() === "" ? missing[name] : undefined,
  });
  return formProblem({
    ...unless("channel"),
    ...unless("receipts"),
    ...unless("reason"),
    ...unless("grounds"),
    ...unless("request"),
    ...unless("as"),
    ...unless("givenNames"),
    ...unless("paternalSurname"),
    ...unless("notifyByEmail", typed("email").trim() !== ""),
    ...languageMissing(typed),
  });
}

function claimantOf(typed: Typed, form: HTMLFormElement): Body["claimant"] {
  const as = chosenOf(intakeWords.standings, typed("as")) ?? "effective-user";
  const number = textOf(typed("number"));
  const kind = chosenOf(personDocumentNames, typed("kind")) ?? "DNI";
  return {
    givenNames: typed("givenNames"),
    paternalSurname: typed("paternalSurname"),
    maternalSurname: textOf(typed("maternalSurname")),
    companyName: textOf(typed("companyName")),
    document: number === undefined ? undefined : { kind, number },
    standing: as === "representative" ? { as, acts: markedOf(intakeWords.powers, form, "acts") } : { as },
    address: typed("address"),
    telephone: textOf(typed("telephone")),
    email: textOf(typed("email")),
    notifyByEmail: answerOf(typed("notifyByEmail")) ?? false,
    languageChoice: languageTyped(typed),
  };
}

/** The claim as typed. What was typed for questions that its type does not ask is left out. The API judges the rest. */
export function bodyOf({ supplyCode, receipts }: FoundSupply, typed: Typed, form: HTMLFormElement): Body {
  const chosen = new FormData(form).getAll("receipts");
  const claimType = typeOfReason(typed("reason")) ?? "F01";
  const ofMeter = asksAboutMeter(claimType);
  return {
    supplyCode,
    channel: chosenOf(intakeWords.channels, typed("channel")) ?? "telephone",
    claimant: claimantOf(typed, form),
    claimType,
    receipts: receipts.flatMap(({ number, period }) => (chosen.includes(number) ? { number, period } : [])),
    grounds: typed("grounds"),
    request: chosenOf(requestNames, typed("request")),
    ...(ofMeter && {
      leakCheck: chosenOf(intakeWords.leakChecks, typed("leakCheck")),
      meterReading: readingOf(typed("meterReading")),
      meterTest: answerOf(typed("meterTest")),
      meterTestCostAccepted: answerOf(typed("meterTestCost")),
    }),
    ...(asksForVisit(claimType) && { visitPreference: chosenOf(intakeWords.visits, typed("visitPreference")) }),
    leaflet: answerOf(typed("leaflet")),
    privacyNoticeRead: answerOf(typed("privacyNoticeRead")),
    declaredBy: chosenOf(intakeWords.declarations, typed("declaredBy")),
    hearingMode: chosenOf(hearingModeNames, typed("hearingMode")),
    hearingTelephone: textOf(typed("hearingTelephone")),
  };
}

/** What was written down, in sentences to read to the person before the claim is filed. */
export function readBackOf(found: FoundSupply, body: Body, reason: string): readonly string[] {
  const { claimant, grounds, request, receipts, visitPreference, hearingMode } = body;
  const { said } = intakeWords;
  const {
    givenNames,
    paternalSurname,
    maternalSurname,
    companyName,
    document,
    standing,
    telephone,
    email,
    languageChoice,
  } = claimant;
  const months = found.receipts.filter(({ number }) => receipts.some((each) => each.number === number));
  const name = [givenNames, paternalSurname, maternalSurname].filter(Boolean).join(" ");
  const reasonKey = chosenOf(reasonNames, reason);
  return [
    said.who(
      name,
      companyName,
      intakeWords.standings[standing?.as ?? "effective-user"],
      document && `${document.kind} ${document.number}`,
    ),
    said.receipts(found.supplyCode, months),
    ...(reasonKey ? [said.reason(reasonNames[reasonKey])] : []),
    said.grounds(grounds),
    ...(request ? [said.request(requestNames[request === "solve-problem" ? "other" : request])] : []),
    ...(visitPreference ? [said.visit(intakeWords.visits[visitPreference])] : []),
    said.hearing(hearingModeNames[hearingMode ?? "telephone"]),
    said.reach(claimant.address ?? "", telephone, email, claimant.notifyByEmail === true),
    ...(languageChoice && languageChoice.language !== "es" ? [languageWords.forStaff(languageChoice)] : []),
  ];
}
