import { useEffect, useState } from "preact/hooks";
import { apiNow, apiToday } from "../../api-clock.ts";
import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { dateWithWeekday, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { attachmentStateNames } from "../attachment/attachment-states.words.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { DownloadButton } from "../download-button.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, Waiting } from "../signed-in.tsx";
import {
  answerFact,
  cargoWords,
  documentNames,
  type Submission,
  submissionEntryNames,
  submissionKindNames,
  submissionStateName,
  submissionStateTexts,
} from "./submission.words.ts";

const pollMs = 2000;

/**
 * Renders the submission in the address, for whoever is signed in: its facts, its answer, the documents that prove it,
 * its history and its files. If it is observed or a copy is asked for, has the form for it. Asks the API again every
 * two seconds while a document is being made, and in the first five minutes while a file is under way.
 */
export function SubmissionPage() {
  const { submissionId = "" } = usePlace().params;
  const [number, setNumber] = useState<string>();
  return (
    <>
      <p class="back">
        <a href={addressOf("submissions")}>{sitePages.submissions.title}</a>
      </p>
      <Heading>{number === undefined ? sitePages.submission.title : cargoWords.title(number)}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Asked submissionId={submissionId} onNumber={setNumber} />
      </SignedIn>
    </>
  );
}

interface AskedProps {
  readonly submissionId: string;
  readonly onNumber: (number: string) => void;
}

function Asked({ submissionId, onNumber }: AskedProps) {
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showSubmission({ params: { submissionId } });
    if (shown.ok) onNumber(shown.value.number);
    return shown;
  }, submissionId);
  useEffect(() => {
    if (!answer?.ok || !isUnfinished(answer.value)) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const submission = answer.value;
  return (
    <>
      <Shown submission={submission} />
      <Answer submission={submission} />
      {isMissing(submission) && (
        <Notice tone="bad">
          <p>{cargoWords.missing}</p>
        </Notice>
      )}
      {(submission.state === "observed" || submission.copyAsked) && (
        <Loaded load={() => import("./submission-remedy.tsx")} about="remedy">
          {({ SubmissionRemedy }) => (
            <SubmissionRemedy submissionId={submissionId} isCopy={submission.state !== "observed"} onDone={again} />
          )}
        </Loaded>
      )}
      <Proofs submission={submission} />
      <Rest submission={submission} again={again} />
    </>
  );
}

/**
 * Whether a document is being made, or an announced file may still arrive: for five minutes after the submission was
 * presented, as long as the file's ticket is valid.
 */
function isUnfinished({ constancia, cargo, observation, answer, attachments, presentedAt }: Submission): boolean {
  const fresh = apiNow() - Date.parse(presentedAt) < 300_000;
  return (
    [constancia, cargo, observation, answer].includes("preparing") ||
    (fresh && attachments.some(({ state }) => state === "pending"))
  );
}

/**
 * Whether a file that was announced with the submission did not arrive in the five minutes that its ticket is valid.
 */
function isMissing({ attachments, presentedAt }: Submission): boolean {
  return apiNow() - Date.parse(presentedAt) >= 300_000 && attachments.some(({ state }) => state === "pending");
}

function Shown({ submission }: { readonly submission: Submission }) {
  const { number, kind, subject, presenter, standing, presentedAt, filedOn, state, receivedAt, claim } = submission;
  const { remedyBy, answeredAt, area } = submission;
  return (
    <>
      <Facts
        rows={[
          [cargoWords.number, <b key="number">{number}</b>],
          [cargoWords.state, submissionStateName(submission)],
          [cargoWords.at, instant(presentedAt)],
          [cargoWords.on, dateWithWeekday(filedOn)],
          [cargoWords.received, receivedAt && instant(receivedAt)],
          [cargoWords.remedyBy, state === "observed" && remedyBy ? dateWithWeekday(remedyBy) : undefined],
          answerFact(submission, apiToday()),
          [cargoWords.answered, answeredAt && instant(answeredAt)],
          [cargoWords.area, area],
          [cargoWords.kind, submissionKindNames[kind]],
          [cargoWords.about, subject],
          [cargoWords.by, presenter],
          [cargoWords.forWhom, standing?.as === "representative" ? standing.of : undefined],
          [
            cargoWords.ofClaim,
            claim && (
              <a key="claim" href={addressOf("claim", { claimId: claim.claimId })}>
                {claim.code}
              </a>
            ),
          ],
        ]}
      />
      {answeredAt === undefined && (
        <p>
          {submissionStateTexts[state]} {submission.remark}
        </p>
      )}
    </>
  );
}

/** Renders the company's answer and its documents; nothing before it answers. */
function Answer({ submission }: { readonly submission: Submission }) {
  const { submissionId, entries } = submission;
  const answer = entries.find(({ type }) => type === "answered");
  if (!answer) return null;
  return (
    <section>
      <h2>{cargoWords.answerTitle}</h2>
      <p>{answer.text}</p>
      <Proof submission={submission} document="answer" />
      {answer.attachments?.map(({ documentId, fileName }) => (
        <p key={documentId}>
          <DownloadButton plain ask={() => api.downloadAnswer({ params: { submissionId, documentId } })}>
            {cargoWords.answer(fileName)}
          </DownloadButton>
        </p>
      ))}
    </section>
  );
}

interface ProofProps {
  readonly submission: Submission;
  readonly document: keyof typeof documentNames;
  readonly plain?: boolean;
}

/**
 * Renders one document that the office makes of the submission: what it is for, and its button once it is ready.
 * Renders nothing if the office makes no such document.
 */
function Proof({ submission, document, plain = false }: ProofProps) {
  const { submissionId } = submission;
  if (submission[document] === undefined) return null;
  return (
    <>
      <p>{cargoWords.documentTexts[document]}</p>
      {submission[document] === "ready" ? (
        <DownloadButton plain={plain} ask={() => api.downloadSubmissionProof({ params: { submissionId, document } })}>
          {cargoWords.download(document)}
        </DownloadButton>
      ) : (
        <p role="status">{cargoWords.preparing}</p>
      )}
    </>
  );
}

/** Renders the documents that prove the submission: the constancia, the observation, and the cargo. */
function Proofs({ submission }: { readonly submission: Submission }) {
  const { cargo, state, copyAsked, answeredAt } = submission;
  // The page's green button is the remedy's or the answer's, if it has one.
  const plain = state === "observed" || copyAsked || answeredAt !== undefined;
  return (
    <section>
      <h2>{cargoWords.documents}</h2>
      <Proof submission={submission} document="constancia" plain={plain} />
      <Proof submission={submission} document="observation" plain />
      {cargo ? <Proof submission={submission} document="cargo" plain /> : <p>{cargoWords.cargoLater}</p>}
    </section>
  );
}

interface RestProps {
  readonly submission: Submission;
  readonly again: () => void;
}

function Rest({ submission: { text, attachments, entries, presentedAt }, again }: RestProps) {
  const late = apiNow() - Date.parse(presentedAt) >= 300_000;
  return (
    <>
      {entries.length > 0 && (
        <section>
          <h2>{cargoWords.entries}</h2>
          {entries.map(({ type, at, text: words, to, document }) => (
            <p key={at + type + document}>
              <b>{cargoWords.entry(submissionEntryNames[type], at)}</b> {type === "forwarded" && `${to}.`}
              {document && `${documentNames[document]}.`} {type !== "answered" && words}
            </p>
          ))}
        </section>
      )}
      {text && (
        <section>
          <h2>{cargoWords.said}</h2>
          <p>{text}</p>
        </section>
      )}
      {attachments.length > 0 && (
        <section>
          <h2>{cargoWords.files}</h2>
          <p>{cargoWords.filesText}</p>
          <ul class="files">
            {attachments.map(({ documentId, fileName, sha256, state }) => (
              <li key={documentId}>
                <span>
                  {fileName}{" "}
                  <span class={state === "refused" ? "state refused" : "state"}>{attachmentStateNames[state]}</span>
                  <span class="hint fingerprint">{sha256}</span>
                  {state === "pending" && late && (
                    <Loaded load={() => import("../attachment/resend-attachment.tsx")} about="resend">
                      {({ ResendAttachment }) => (
                        <ResendAttachment uploadId={documentId} sha256={sha256} onSent={again} />
                      )}
                    </Loaded>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
