import { useState } from "preact/hooks";
import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { type ClientProblem, formProblem, type Outcome, transportProblem } from "../client.ts";
import { typeOfReason } from "../look/claim-reasons.ts";
import { Leaflet } from "../look/leaflet.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { Tick } from "../look/tick.tsx";
import { readingOf } from "../look/typed-reading.ts";
import {
  leakNames,
  noticeNames,
  reasonNames,
  requestNames,
  standingNames,
  testNames,
  visitNames,
} from "../words/claim-form.ts";
import { hearingModeNames } from "../words/claim-hearing.ts";
import { receiptStepWords } from "../words/claim-receipt.ts";
import { reviewWords } from "../words/claim-review.ts";
import { monthAndYear } from "../words/format.ts";
import { personDocumentNames } from "../words/person.ts";
import type { Answers } from "./answers.ts";
import { api } from "./api.ts";
import { askedSteps } from "./asked-steps.ts";
import { stepOf } from "./claim-fields.ts";
import { questions } from "./claim-questions.tsx";
import type { StepContentProps, StepView } from "./claim-step-view.ts";
import { attachmentsOf, forgetDraft, receiptsOf, textOf, textsOf } from "./draft.ts";
import { rememberFiled } from "./filed-claim.ts";
import { PreCheck } from "./pre-check.tsx";

type RowName = keyof typeof reviewWords.rows;

const nameIn = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? "";

function answerTo(row: RowName, answers: Answers): string {
  const text = (name: string) => textOf(answers, name);
  const values: Readonly<Record<RowName, string>> = {
    receipts: receiptsOf(answers)
      .map(({ period, number }) => `${monthAndYear(period)}, número ${number}`)
      .join("; "),
    reason: nameIn(reasonNames, text("reason")),
    leakCheck: nameIn(leakNames, text("leakCheck")),
    meterReading: text("meterReading"),
    grounds: text("grounds"),
    uploadIds:
      attachmentsOf(answers)
        .map(({ fileName }) => fileName)
        .join(", ") || reviewWords.noAttachments,
    meterTest: nameIn(testNames, text("meterTest")),
    visitPreference: nameIn(visitNames, text("visitPreference")),
    request: nameIn(requestNames, text("request")),
    as: nameIn(standingNames, text("as")),
    givenNames: ["givenNames", "paternalSurname", "maternalSurname"].map(text).join(" ").trim(),
    number: `${nameIn(personDocumentNames, text("kind"))} ${text("number")}`,
    address: text("address"),
    telephone: text("telephone"),
    email: text("email"),
    notifyByEmail: nameIn(noticeNames, text("notifyByEmail")),
    hearingMode: nameIn(hearingModeNames, text("hearingMode")),
    hearingTelephone: text("hearingTelephone") || text("telephone"),
  };
  return values[row];
}

const isRow = (name: string): name is RowName => name in reviewWords.rows;

/** Lists every answer with a link to change it, and asks for what is declared before the claim is sent. */
function ClaimReview({ answers, problem, addressToChange }: StepContentProps) {
  const [declares, setDeclares] = useState(textsOf(answers, "declares").includes("yes"));
  return (
    <>
      <dl class="review">
        {Object.keys(reviewWords.rows)
          .filter(isRow)
          .filter((row) => askedSteps(answers).includes(stepOf(row)))
          .map((row) => (
            <div key={row}>
              <dt>{reviewWords.rows[row]}</dt>
              <dd>{answerTo(row, answers) || reviewWords.nothing}</dd>
              <dd>
                <a href={addressToChange(stepOf(row))}>
                  {reviewWords.change} <span class="unseen">{reviewWords.rows[row]}</span>
                </a>
              </dd>
            </div>
          ))}
      </dl>
      <Leaflet />
      <Tick
        name="leaflet"
        label={reviewWords.leaflet}
        problem={problem}
        ticked={textsOf(answers, "leaflet").includes("yes")}
      />
      <Loaded load={() => import("../look/privacy-notice.tsx")} about="privacy">
        {({ PrivacyNotice }) => <PrivacyNotice />}
      </Loaded>
      <Tick
        name="privacyNoticeRead"
        label={reviewWords.privacyNoticeRead}
        problem={problem}
        ticked={textsOf(answers, "privacyNoticeRead").includes("yes")}
      />
      <Tick name="declares" label={reviewWords.declaration} problem={problem} ticked={declares} onTick={setDeclares} />
      <ClaimPreCheck answers={answers} declares={declares} />
    </>
  );
}

type Body = ClientRequestOf<Routes["fileClaim"]>["body"];

/** `value` if it is one of the keys of `names`. */
function among<Value extends string>(names: Readonly<Record<Value, string>>, value: string): Value | undefined {
  const isOne = (each: string): each is Value => each in names;
  return isOne(value) ? value : undefined;
}

function standingOf(answers: Answers): Body["claimant"]["standing"] | undefined {
  const as = among(standingNames, textOf(answers, "as"));
  if (as !== "representative") return as && { as };
  const acts = textsOf(answers, "acts");
  return { as, acts: (["withdraw", "conciliate", "collect"] as const).filter((act) => acts.includes(act)) };
}

const orAbsent = (text: string): string | undefined => text || undefined;

/**
 * The claim as the API takes it; undefined while the standing, the document's kind, the request or the reason is not answered.
 */
function bodyOf(draftId: string, answers: Answers): Body | undefined {
  const text = (name: string) => textOf(answers, name);
  const claimType = typeOfReason(answers["reason"]);
  const isMeasured = askedSteps(answers).includes("medidor");
  const standing = standingOf(answers);
  const kind = among(personDocumentNames, text("kind"));
  const request = among(requestNames, text("request"));
  if (!standing || !kind || !request || !claimType) return undefined;
  return {
    draftId,
    linkId: text("linkId"),
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
      notifyByEmail: text("notifyByEmail") === "yes",
    },
  };
}

interface ClaimPreCheckProps extends Pick<StepContentProps, "answers"> {
  readonly declares: boolean;
}

/**
 * Shows what the API finds about the claim before it is sent. Without the declaration it warns that the claim may be observed,
 * even if the API cannot be asked. Nothing while `bodyOf` gives no claim: the steps say what is missing.
 */
function ClaimPreCheck({ answers, declares }: ClaimPreCheckProps) {
  const body = bodyOf("", answers);
  if (!body) return null;
  const { draftId: _, ...claim } = body;
  const said = { ...claim, declares };
  return (
    <PreCheck
      ask={() => api.checkClaim({ body: said })}
      about={JSON.stringify(said)}
      otherwise={declares ? undefined : reviewWords.undeclared}
    />
  );
}

/** The problem of every answer that is missing or wrong in the steps that are asked; undefined if none is. */
function missingIn(answers: Answers): ClientProblem | undefined {
  const text = (name: string) => textOf(answers, name);
  const asked: readonly string[] = askedSteps(answers);
  const sentences = Object.entries(questions).map(([slug, { check }]) => (asked.includes(slug) ? check(text) : {}));
  const receipts = receiptsOf(answers).length > 0 ? undefined : receiptStepWords.missing;
  return formProblem(Object.assign({ receipts }, ...sentences));
}

/**
 * Files the claim of a draft with the draft's own key, so that a repeat files nothing twice. Keeps the answer in this tab, forgets
 * the draft, and returns the claim's id. `refused` without a call if an answer that the claim needs is missing.
 */
async function sendClaim(draftId: string, answers: Answers): Promise<Outcome<string>> {
  const body = bodyOf(draftId, answers);
  if (!body) return transportProblem("refused");
  const filed = await api.fileClaim({ body, key: textOf(answers, "writeKey") });
  if (!filed.ok) return filed;
  rememberFiled(filed.value);
  forgetDraft(draftId);
  return { ok: true, value: filed.value.claimId };
}

export const reviewView: StepView = {
  Content: ClaimReview,
  stepOf,
  action: reviewWords.send,
  check: missingIn,
  finish: sendClaim,
};
