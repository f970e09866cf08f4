import { groupedTelephone, plainTelephone } from "../../../shared/domain/counter/telephone.ts";
import { languageTyped } from "../../look/language-fields.tsx";
import {
  leakNames,
  reasonNames,
  requestNames,
  testCostAnswers,
  testCostWords,
  testNames,
  visitNames,
} from "../../words/claim-form.ts";
import { reviewWords } from "../../words/claim-review.ts";
import { languageWords } from "../../words/languages.ts";
import { personDocumentNames } from "../../words/person.ts";
import { hearingModeNames } from "../conciliation/claim-hearing.words.ts";
import { attachmentsOf, receiptsOf } from "../resolution/draft-answers.ts";
import { type Answers, textOf, textsOf } from "./answers.ts";
import { actNames, borrowedNames, noticeNames, standingNames, whoWords } from "./claim-contact.words.ts";
import { receiptStepWords } from "./claim-receipt.words.ts";
import { reviewRows } from "./claim-review-rows.words.ts";

export type RowName = keyof typeof reviewRows;

/** Returns the language that was chosen, and whether with an interpreter, in words; empty if none was. */
function languageAnswer(text: (name: string) => string): string {
  const chosen = languageTyped(text);
  return chosen ? languageWords.chosen(chosen) : "";
}

const nameIn = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? "";

/** Returns what the power of a representative lets them do, after a full stop; empty for anybody else. */
function powerAnswer(answers: Answers): string {
  if (answers["as"] !== "representative") return "";
  return `. ${whoWords.powerFor(textsOf(answers, "acts").map((act) => nameIn(actNames, act)))}`;
}

/** Returns whether they pay for the meter test they want if it finds nothing, after a full stop; empty without one. */
function testCostAnswer(answers: Answers): string {
  if (textOf(answers, "meterTest") !== "yes") return "";
  const accepts = textsOf(answers, "meterTestCost").includes("yes") ? "yes" : "no";
  return `. ${testCostWords}: ${testCostAnswers[accepts]}`;
}

/**
 * Returns what a draft answers to a row of the review, in words; empty if nothing. Without files, `uploadIds` says that
 * there are none. Without a number of its own, `hearingTelephone` is the person's telephone.
 */
export function answerTo(row: RowName, answers: Answers): string {
  const text = (name: string) => textOf(answers, name);
  const numberIn = (name: string) => groupedTelephone(plainTelephone(text(name)));
  const person = ["givenNames", "paternalSurname", "maternalSurname"].map(text).join(" ").trim();
  const values: Readonly<Record<RowName, string>> = {
    supplyCode: text("supplyCode"),
    receipts: receiptsOf(answers)
      .map(({ period, number }) => receiptStepWords.known(period, number))
      .join("; "),
    reason: nameIn(reasonNames, text("reason")),
    leakCheck: nameIn(leakNames, text("leakCheck")),
    meterReading: text("meterReading"),
    grounds: text("grounds"),
    uploadIds:
      attachmentsOf(answers)
        .map(({ fileName }) => fileName)
        .join(", ") || reviewWords.noAttachments,
    meterTest: nameIn(testNames, text("meterTest")) + testCostAnswer(answers),
    visitPreference: nameIn(visitNames, text("visitPreference")),
    request: nameIn(requestNames, text("request")),
    as: nameIn(standingNames, text("as")) + powerAnswer(answers),
    givenNames: text("companyName") ? `${text("companyName")} (${person})` : person,
    number: text("number") && `${nameIn(personDocumentNames, text("kind"))} ${text("number")}`,
    address: text("address"),
    telephone: numberIn("telephone"),
    borrowed: nameIn(borrowedNames, text("borrowed")),
    email: text("email"),
    notifyByEmail: nameIn(noticeNames, text("notifyByEmail")),
    hearingMode: nameIn(hearingModeNames, text("hearingMode")),
    hearingTelephone: numberIn("hearingTelephone") || numberIn("telephone"),
    language: languageAnswer(text),
  };
  return values[row];
}

export const isRow = (name: string): name is RowName => name in reviewRows;
