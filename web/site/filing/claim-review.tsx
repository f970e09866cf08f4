import { useEffect } from "preact/hooks";
import { type ClientProblem, formProblem, type Outcome, transportProblem } from "../../client.ts";
import { Leaflet } from "../../look/leaflet.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Tick } from "../../look/tick.tsx";
import { reviewWords } from "../../words/claim-review.ts";
import { api } from "../api.ts";
import { takenFiles } from "../attachment/checked-files.ts";
import type { StepContentProps, StepView } from "../claim/claim-step-view.ts";
import { profileWords } from "../notice/profile.words.ts";
import { profileOf } from "../notice/profile-answers.ts";
import { attachmentsOf, listedIn } from "../resolution/draft-answers.ts";
import { type Answers, isOfAccount, textOf, textsOf } from "./answers.ts";
import { askedSteps } from "./asked-steps.ts";
import { answerTo, isRow, type RowName } from "./claim-answers.ts";
import { claimOf, openClaimOf } from "./claim-body.ts";
import { stepOf } from "./claim-fields.ts";
import { personQuestions } from "./claim-person-questions.tsx";
import { questions } from "./claim-questions.tsx";
import { receiptMissing } from "./claim-receipt-step.tsx";
import { reviewRows } from "./claim-review-rows.words.ts";
import { forgetDraft, markFiled } from "./draft.ts";
import { filesOfAccount } from "./draft-files.ts";
import { rememberFiled } from "./filed-claim.ts";
import { PreCheck } from "./pre-check.tsx";
import { StillSending } from "./still-sending.tsx";

/**
 * Whether a row of the review was asked. Whose mobile it is: only without an account, and not shown if it is the
 * person's own. How to notify: only with an e-mail. The hearing's number: only for a hearing by telephone. Any other:
 * if its step is asked.
 */
function isAsked(row: RowName, answers: Answers): boolean {
  if (row === "borrowed")
    return !isOfAccount(answers) && textOf(answers, "telephone") !== "" && textOf(answers, "borrowed") !== "no";
  if (row === "notifyByEmail") return textOf(answers, "email") !== "";
  if (row === "hearingTelephone") return textOf(answers, "hearingMode") === "telephone";
  return askedSteps(answers).includes(stepOf(row));
}

const loadSending = () => import("./send-open-claim.ts");

/** Lists every answer with a link to change it, and asks for what is declared before the claim is sent. */
function ClaimReview({ answers, problem, addressToChange }: StepContentProps) {
  const isAccounts = isOfAccount(answers);
  useEffect(() => {
    // Now, not as it is sent: who then has no network could not be answered, nor send it again on many phones.
    if (!isAccounts) Promise.all([loadSending(), import("../../open-routes.generated.ts")]).catch(() => undefined);
  }, [isAccounts]);
  return (
    <>
      <dl class="review">
        {Object.keys(reviewRows)
          .filter(isRow)
          .filter((row) => isAsked(row, answers))
          .map((row) => (
            <div key={row}>
              <dt>{reviewRows[row]}</dt>
              <dd>{answerTo(row, answers) || reviewWords.nothing}</dd>
              <dd>
                <a href={addressToChange(stepOf(row))}>
                  {reviewWords.change} <span class="unseen">{reviewRows[row]}</span>
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
      <Loaded load={() => import("../../look/privacy-notice.tsx")} about="privacy">
        {({ PrivacyNotice }) => <PrivacyNotice />}
      </Loaded>
      <Tick
        name="privacyNoticeRead"
        label={reviewWords.privacyNoticeRead}
        problem={problem}
        ticked={textsOf(answers, "privacyNoticeRead").includes("yes")}
      />
      {isAccounts && textOf(answers, "fromProfile") === "" && (
        <Tick
          name="remember"
          label={profileWords.remember}
          problem={problem}
          ticked={textsOf(answers, "remember").includes("yes")}
        />
      )}
      <Tick
        name="declares"
        label={reviewWords.declaration}
        hint={reviewWords.undeclared}
        problem={problem}
        ticked={textsOf(answers, "declares").includes("yes")}
      />
      <ClaimPreCheck answers={answers} />
    </>
  );
}

/**
 * Shows what the API finds about the claim before it is sent, as if it were declared: the tick says itself what comes
 * of not declaring it. Renders nothing while too little is answered to make the claim.
 */
function ClaimPreCheck({ answers }: Pick<StepContentProps, "answers">) {
  if (isOfAccount(answers)) {
    const body = claimOf(answers);
    const said = body && { ...body, declares: true };
    return said && <PreCheck ask={() => api.checkClaim({ body: said })} about={JSON.stringify(said)} />;
  }
  const body = openClaimOf(answers);
  if (!body) return null;
  const { borrowed: _, receiptTotal: __, ...claim } = body;
  const said = { ...claim, declares: true };
  return <PreCheck ask={() => api.checkOpenClaim({ body: said })} about={JSON.stringify(said)} />;
}

/** Returns the problem of every answer that is missing or wrong in the steps that are asked; undefined if none is. */
function missingIn(answers: Answers): ClientProblem | undefined {
  const text = (name: string) => textOf(answers, name);
  const asked: readonly string[] = askedSteps(answers);
  const sentences = Object.entries({ ...questions, ...personQuestions }).map(([slug, { check }]) =>
    asked.includes(slug) ? check(text) : {},
  );
  return formProblem(Object.assign({ ...receiptMissing(answers) }, ...sentences));
}

/**
 * Files the claim of a draft with the draft's own idempotency key, so that a repeat files nothing twice, and returns
 * the claim's id. Leaves out files that their check refused. Keeps the answer in this tab and erases the draft. Fails
 * with `refused`, without a call, if an answer that the claim needs is missing.
 */
async function sendClaim(draftId: string, answers: Answers): Promise<Outcome<string>> {
  if (!isOfAccount(answers)) {
    const { sendOpenClaim } = await loadSending();
    return sendOpenClaim(draftId, answers);
  }
  const { taken, refused } = await takenFiles(filesOfAccount, draftId, attachmentsOf(answers));
  const body = claimOf({ ...answers, attachments: listedIn(taken) });
  if (!body) return transportProblem("refused");
  const filed = await api.fileClaim({ body: { ...body, draftId }, key: textOf(answers, "writeKey") });
  if (!filed.ok) return filed;
  rememberFiled(filed.value, refused);
  markFiled(draftId, filed.value);
  forgetDraft(draftId);
  if (textsOf(answers, "remember").includes("yes"))
    // The claim is filed: what is not saved here can be typed on its page.
    await api.saveProfile({ body: profileOf((name) => textOf(answers, name)) });
  return { ok: true, value: filed.value.claimId };
}

export const reviewView: StepView = {
  Content: ClaimReview,
  stepOf,
  action: reviewWords.send,
  Sending: StillSending,
  check: missingIn,
  finish: sendClaim,
};
