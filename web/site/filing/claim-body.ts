import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { typeOfReason } from "../../look/claim-reasons.ts";
import { languageTyped } from "../../look/language-fields.tsx";
import { readingOf } from "../../look/typed-reading.ts";
import { leakNames, requestNames, visitNames } from "../../words/claim-form.ts";
import { personDocumentNames } from "../../words/person.ts";
import { hearingModeNames } from "../conciliation/claim-hearing.words.ts";
import { attachmentsOf, receiptsOf } from "../resolution/draft-answers.ts";
import { type Answers, textOf, textsOf } from "./answers.ts";
import { askedSteps } from "./asked-steps.ts";
import { standingNames } from "./claim-contact.words.ts";

type Claim = Omit<ClientRequestOf<Routes["fileClaim"]>["body"], "draftId">;
type OpenClaim = Omit<ClientRequestOf<Routes["fileOpenClaim"]>["body"], "draftId">;

/** Returns `value` if it is a key of `names`; undefined if not. */
function among<Value extends string>(names: Readonly<Record<Value, string>>, value: string): Value | undefined {
  const isOne = (each: string): each is Value => each in names;
  return isOne(value) ? value : undefined;
}

function standingOf(answers: Answers): Claim["claimant"]["standing"] | undefined {
  const as = among(standingNames, textOf(answers, "as"));
  if (as !== "representative") return as && { as };
  const acts = textsOf(answers, "acts");
  return { as, acts: (["withdraw", "conciliate", "collect"] as const).filter((act) => acts.includes(act)) };
}

const orAbsent = (text: string): string | undefined => text || undefined;

/**
 * Returns what both ways of filing take. Undefined while the standing, the document's kind, the request or the reason
 * is not answered.
 */
function formOf(answers: Answers): Omit<Claim, "linkId"> | undefined {
  const text = (name: string) => textOf(answers, name);
  const claimType = typeOfReason(answers["reason"]);
  const isMeasured = askedSteps(answers).includes("medidor");
  const standing = standingOf(answers);
  const kind = among(personDocumentNames, text("kind"));
  const request = among(requestNames, text("request"));
  if (!standing || !kind || !request || !claimType) return undefined;
  return {
    claimType,
    receipts: receiptsOf(answers).map(({ period, number }) => ({ period, number })),
    grounds: text("grounds"),
    request,
    leakCheck: isMeasured ? among(leakNames, text("leakCheck")) : undefined,
    meterReading: isMeasured ? readingOf(text("meterReading")) : undefined,
    meterTest: isMeasured && text("meterTest") !== "unsure" ? text("meterTest") === "yes" : undefined,
    meterTestCostAccepted: text("meterTest") === "yes" ? textsOf(answers, "meterTestCost").includes("yes") : undefined,
    leaflet: textsOf(answers, "leaflet").includes("yes"),
    privacyNoticeRead: textsOf(answers, "privacyNoticeRead").includes("yes"),
    declares: textsOf(answers, "declares").includes("yes"),
    visitPreference: among(visitNames, text("visitPreference")),
    hearingMode: among(hearingModeNames, text("hearingMode")),
    hearingTelephone: orAbsent(text("hearingTelephone")),
    uploadIds: attachmentsOf(answers).flatMap(({ uploadId }) => uploadId ?? []),
    claimant: {
      givenNames: text("givenNames"),
      paternalSurname: text("paternalSurname"),
      maternalSurname: orAbsent(text("maternalSurname")),
      companyName: orAbsent(text("companyName")),
      document: { kind, number: text("number") },
      standing,
      address: text("address"),
      telephone: orAbsent(text("telephone")),
      email: orAbsent(text("email")),
      notifyByEmail: text("email") !== "" && text("notifyByEmail") === "yes",
      languageChoice: languageTyped(text),
    },
  };
}

/**
 * Returns the body of `fileClaim`, without its `draftId`, from the answers of a draft of an account. Undefined while
 * the person's standing, the kind of their document, what they ask for or the reason is not answered. Other answers may
 * be missing, which the API refuses. Answers about leaks and the meter's number are left out if the claim is not about
 * metered consumption.
 */
export function claimOf(answers: Answers): Claim | undefined {
  const form = formOf(answers);
  return form && { ...form, linkId: textOf(answers, "linkId") };
}

/**
 * Returns the body of `fileOpenClaim`, without its `draftId`, from the answers of a draft without an account. Undefined
 * while the person's standing, the kind of their document, what they ask for or the reason is not answered. Other
 * answers may be missing, which the API refuses. `receiptTotal` is the total of a receipt of the claim that was looked
 * up: it shows the office that the person has seen that receipt.
 */
export function openClaimOf(answers: Answers, receiptTotal?: string): OpenClaim | undefined {
  const form = formOf(answers);
  if (!form) return undefined;
  return {
    ...form,
    supplyCode: textOf(answers, "supplyCode"),
    ...(receiptTotal !== undefined && { receiptTotal }),
    ...(textOf(answers, "borrowed") === "yes" && textOf(answers, "telephone") && { borrowed: true }),
  };
}
