import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { type ClientProblem, formProblem } from "../../client.ts";
import { asksAboutMeter, asksForVisit, typeOfReason } from "../../look/claim-reasons.ts";
import { languageMissing, languageTyped } from "../../look/language-fields.tsx";
import { readingOf } from "../../look/typed-reading.ts";
import { officeFacts } from "../../office.ts";
import { reasonNames } from "../../words/claim-form.ts";
import { languageWords } from "../../words/languages.ts";
import { personDocumentNames } from "../../words/person.ts";
import { periodOf } from "../../words/typed-month.ts";
import { requestNames } from "../case/case.words.ts";
import { hearingModeNames } from "../conciliation/hearing.words.ts";
import { chosenOf, markedOf, textOf } from "../typed.ts";
import { intakeWords } from "./intake.words.ts";
import type { FoundSupply } from "./intake-answers.ts";

/** The claim as staff send it to the API for its claimant. */
export type Body = ClientRequestOf<Routes["takeClaim"]>["body"];
/** Returns the text of a form's field by its name; "" without one. */
export type Typed = (name: string) => string;

const answerOf = (typed: string): boolean | undefined => (typed === "" ? undefined : typed === "yes");

/**
 * Returns the problem of a claim's form, with a sentence for each unanswered question; undefined if there is none.
 * Channel, reason, grounds, request, standing, names and one contact must be answered; if asked for, the receipts, the
 * number and month of a typed one, the meter test, which other language, and whether notices may go by e-mail. A
 * document and an address may be missing: the office asks for them afterwards.
 */
export function missingIn(typed: Typed, { receipts }: FoundSupply): ClientProblem | undefined {
  const { missing } = intakeWords;
  const isReceiptTyped = typed("typedReceipt").trim() !== "" || typed("typedMonth").trim() !== "";
  const unless = (name: keyof typeof missing, isAsked = true) => ({
    [name]: isAsked && typed(name).trim() === "" ? missing[name] : undefined,
  });
  return formProblem({
    ...unless("channel"),
    ...unless("receipts", receipts.length > 0 && !isReceiptTyped),
    ...unless("typedReceipt", isReceiptTyped),
    typedMonth: isReceiptTyped && !periodOf(typed("typedMonth")) ? missing.typedMonth : undefined,
    ...unless("reason"),
    ...unless("grounds"),
    ...unless("request"),
    ...unless("meterTest", typeOfReason(typed("reason")) === "F01"),
    ...unless("as"),
    ...unless("givenNames"),
    ...unless("paternalSurname"),
    ...unless(
      "telephone",
      (["address", "email"] as const).every((name) => typed(name).trim() === ""),
    ),
    ...unless("notifyByEmail", typed("email").trim() !== ""),
    ...languageMissing(typed),
  });
}

/** The receipt that is not on record, as the caller reads it; none without its number and a valid month. */
function typedReceipt(typed: Typed): readonly { readonly number: string; readonly period: string }[] {
  const [number, period] = [textOf(typed("typedReceipt")), periodOf(typed("typedMonth"))];
  return number !== undefined && period !== undefined ? [{ number, period }] : [];
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

/**
 * Returns the claim to send, as typed in the form. The reason chosen decides the claim's type, `F01` without one.
 * Answers about leaks, the meter and the visit are left out if the type does not ask for them. The receipts are those
 * of `found` that are marked, and the one that was typed. Without an answer, the channel is the telephone, the standing
 * that of the actual user, the document a DNI, and notices by e-mail are declined.
 */
export function bodyOf({ supplyCode, receipts }: FoundSupply, typed: Typed, form: HTMLFormElement): Body {
  const chosen = new FormData(form).getAll("receipts");
  const claimType = typeOfReason(typed("reason")) ?? "F01";
  const ofMeter = asksAboutMeter(claimType);
  return {
    supplyCode,
    channel: chosenOf(intakeWords.channels, typed("channel")) ?? "telephone",
    claimant: claimantOf(typed, form),
    claimType,
    receipts: [
      ...receipts.flatMap(({ number, period }) => (chosen.includes(number) ? { number, period } : [])),
      ...typedReceipt(typed),
    ],
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

/** Returns those of the receipts that `found` does not list: they were typed, and are not on record. */
export function typedIn(found: FoundSupply, receipts: NonNullable<Body["receipts"]>): NonNullable<Body["receipts"]> {
  return receipts.filter(({ number }) => !found.receipts.some((each) => each.number === number));
}

/**
 * Returns what was written down as Spanish sentences, to be read to the person before the claim is filed. `reason` is a
 * key of the form's reasons; no sentence is said of any other. The sentences about request, test of the meter,
 * visit and language are left out if there is nothing to say.
 */
export function readBackOf(found: FoundSupply, body: Body, reason: string): readonly string[] {
  const { claimant, grounds, request, receipts = [], visitPreference, hearingMode, hearingTelephone } = body;
  const { meterTest, meterTestCostAccepted } = body;
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
    said.receipts(
      found.supplyCode,
      months,
      typedIn(found, receipts).map(({ number, period }) => said.typedReceipt(number, period)),
    ),
    ...(reasonKey ? [said.reason(reasonNames[reasonKey])] : []),
    said.grounds(grounds),
    ...(request ? [said.request(requestNames[request])] : []),
    ...(meterTest ? [said.meterTest(meterTestCostAccepted)] : []),
    ...(visitPreference ? [said.visit(intakeWords.visits[visitPreference])] : []),
    said.hearing(hearingModeNames[hearingMode ?? "telephone"], hearingTelephone),
    ...((hearingMode ?? "telephone") === "telephone" && !(hearingTelephone ?? telephone) ? [said.noNumber] : []),
    said.reach(
      claimant.address ?? "",
      telephone,
      email,
      claimant.notifyByEmail === true,
      body.channel === "telephone" ? officeFacts.phoneUndoDays : 0,
    ),
    ...(languageChoice && languageChoice.language !== "es" ? [languageWords.forStaff(languageChoice)] : []),
  ];
}
