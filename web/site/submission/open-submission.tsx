import { useEffect } from "preact/hooks";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { apiToday } from "../../api-clock.ts";
import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { dateWithWeekday, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { CopyButton } from "../copy-button.tsx";
import { DownloadButton } from "../download-button.tsx";
import { Waiting } from "../signed-in.tsx";
import { openSubmissionWords as words } from "./open-submission.words.ts";
import type { OpenlyFiled } from "./present-document.tsx";
import {
  answerFact,
  cargoWords,
  documentNames,
  type Submission,
  submissionKindNames,
  submissionStateName,
  submissionStateTexts,
} from "./submission.words.ts";

const pollMs = 2000;

interface OpenSubmissionProps {
  readonly filed: OpenlyFiled;
  /** Called when the person wants to present or find another document. */
  readonly onAnother: () => void;
}

/**
 * Renders a submission that was presented without an account: its number and key, its state, its answer, and the
 * documents that prove it. Asks the API again every two seconds while a document is being made.
 */
export function OpenSubmission({ filed, onAnother }: OpenSubmissionProps) {
  const { number, submissionKey } = filed;
  const { answer, again } = useAnswer(() => api.showOpenDocument({ body: { number, submissionKey } }), number);
  useEffect(() => {
    if (!answer?.ok || !isUnfinished(answer.value)) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  return (
    <>
      <section class="card">
        <h2>{words.done}</h2>
        <p>
          {cargoWords.number}: <b class="code whole">{number}</b>
          <br />
          {words.key}: <b class="code">{submissionKey}</b>
        </p>
        <p>{words.keyText}</p>
        <CopyButton text={`${cargoWords.number}: ${number}\n${words.key}: ${submissionKey}`} />
      </section>
      {answer?.ok ? (
        <Shown submission={answer.value} submissionKey={submissionKey} />
      ) : (
        <Waiting answer={answer} again={again} />
      )}
      <p>
        <button type="button" class="button plain" onClick={onAnother}>
          {words.another}
        </button>
      </p>
    </>
  );
}

function isUnfinished({ constancia, cargo, observation, answer }: Submission): boolean {
  return [constancia, cargo, observation, answer].includes("preparing");
}

interface ShownProps {
  readonly submission: Submission;
  readonly submissionKey: string;
}

function Shown({ submission, submissionKey }: ShownProps) {
  const { number, kind, subject, presenter, standing, presentedAt, filedOn, state, receivedAt, remark } = submission;
  const { remedyBy, answeredAt, citedCode, email, telephone, address, attachments } = submission;
  const answered = submission.entries.find(({ type }) => type === "answered");
  return (
    <>
      <Facts
        rows={[
          [cargoWords.state, submissionStateName(submission)],
          [cargoWords.at, instant(presentedAt)],
          [cargoWords.on, dateWithWeekday(filedOn)],
          [cargoWords.received, receivedAt && instant(receivedAt)],
          [cargoWords.remedyBy, state === "observed" && remedyBy ? dateWithWeekday(remedyBy) : undefined],
          answerFact(submission, apiToday()),
          [cargoWords.answered, answeredAt && instant(answeredAt)],
          [cargoWords.kind, submissionKindNames[kind]],
          [cargoWords.about, subject],
          [cargoWords.by, presenter],
          [cargoWords.forWhom, standing?.as === "representative" ? standing.of : undefined],
          [cargoWords.ofClaim, submission.claim?.code ?? citedCode],
          [words.to, email ?? (telephone && groupedTelephone(telephone)) ?? (address ? words.nobody : undefined)],
        ]}
      />
      {answered ? (
        <p>{answered.text}</p>
      ) : (
        <p>
          {submissionStateTexts[state]} {remark} {state === "observed" && words.observed}
        </p>
      )}
      <section>
        <h2>{cargoWords.documents}</h2>
        {(["constancia", "observation", "cargo", "answer"] as const).map((document) => {
          if (submission[document] === undefined) return null;
          return submission[document] === "ready" ? (
            <p key={document}>
              <DownloadButton
                plain={document !== "constancia"}
                ask={() => api.downloadOpenProof({ body: { number, submissionKey, document } })}
              >
                {cargoWords.download(document)}
              </DownloadButton>
            </p>
          ) : (
            <p key={document} role="status">
              {documentNames[document]}: {cargoWords.preparing}
            </p>
          );
        })}
      </section>
      {attachments.length > 0 && (
        <section>
          <h2>{cargoWords.files}</h2>
          <ul class="files">
            {attachments.map(({ documentId, fileName, sha256 }) => (
              <li key={documentId}>
                <span>
                  {fileName}
                  <span class="hint fingerprint">{sha256}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
