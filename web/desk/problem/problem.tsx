import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { LongText } from "../../look/long-text.tsx";
import { ProblemFacts } from "../../look/problem-facts.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { attachmentsWords } from "../../words/attachments.ts";
import { problemWords } from "../../words/problem.ts";
import { api } from "../api.ts";
import { AttachmentView } from "../attachment/attachment-view.tsx";
import { caseWords } from "../case/case.words.ts";
import { aloudWords } from "../counter/aloud.words.ts";
import { ReadAloud } from "../counter/read-aloud.tsx";
import { TypedReadBack } from "../counter/typed-read-back.tsx";
import { Download } from "../download.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { deskProblemWords } from "./problem.words.ts";

type Problem = AnswerOf<Routes["showDeskProblem"]>;

/**
 * Renders the page of the request for attention that the address names: its facts, applicant and files, and the request
 * as a PDF form to download. Three forms record what was done about the problem, that the applicant says it is not
 * solved, and a claim for it. Each form is shown only if the caller may send it now. Without a session, asks to sign
 * in.
 */
export function ProblemPage() {
  const { problemId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("problems")}>{deskProblemWords.back}</a>
      </p>
      <StaffOnly>
        <Shown problemId={problemId} />
      </StaffOnly>
    </>
  );
}

function Shown({ problemId }: { readonly problemId: string }) {
  const { answer, again } = useAnswer(() => api.showDeskProblem({ params: { problemId } }), problemId);
  const [written, setWritten] = useState<Problem>();
  if (!answer?.ok)
    return (
      <>
        <Heading>{deskPages.problem.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  const problem = written ?? answer.value;
  const { code, claim, applicant, actions, entries } = problem;
  return (
    <>
      <Heading>{code}</Heading>
      <ProblemFacts
        problem={problem}
        claim={claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>}
        files={<Files problem={problem} />}
      />
      <h2>{deskProblemWords.applicant}</h2>
      <Facts
        rows={[
          [problemWords.givenNames, applicant.name],
          [problemWords.number, applicant.document],
          [problemWords.address, applicant.address],
          [problemWords.telephone, applicant.telephone && groupedTelephone(applicant.telephone)],
          [problemWords.email, applicant.email],
        ]}
      />
      {problem.form === "ready" ? (
        <p>
          <Download ask={() => api.downloadDeskProblemForm({ params: { problemId } })}>
            {deskProblemWords.downloadForm}
          </Download>
        </p>
      ) : (
        <p role="status">{deskProblemWords.preparing}</p>
      )}
      {actions.includes("attend") && <Attend key={entries.length} problemId={problemId} onDone={setWritten} />}
      {actions.includes("dispute") && <Dispute key={entries.length} problemId={problemId} onDone={setWritten} />}
      {actions.includes("promote") && <Promote problemId={problemId} isSecond={actions.includes("attend")} />}
    </>
  );
}

/** The photos and documents of the problem, each to be looked at as pictures of its pages. */
function Files({ problem: { problemId, attachments } }: { readonly problem: Problem }) {
  if (attachments.length === 0) return null;
  return (
    <>
      <h2>{problemWords.sent}</h2>
      <ul class="files">
        {attachments.map(({ documentId, fileName, sizeBytes, state, late }) => (
          <li key={documentId}>
            <span>
              {fileName} ({attachmentsWords.size(sizeBytes)}){" "}
              <b>{late ? attachmentsWords.states.lost : caseWords.attachmentStates[state]}</b>
            </span>
            <AttachmentView
              state={state}
              fileName={fileName}
              ask={() => api.downloadProblemAttachment({ params: { problemId, documentId } })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface AttendProps {
  readonly problemId: string;
  readonly onDone: (problem: Problem) => void;
}

/** Records what was done about the problem and whether it is solved. */
function Attend({ problemId, onDone }: AttendProps) {
  const kept = useKeptForm(sessionStorage, `caudal.attend.${problemId}`);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const solved = chosenOf(deskProblemWords.yesNo, typed("solved"));
      if (!solved) return fieldProblem("solved", deskProblemWords.solvedMissing);
      const body = { solved: solved === "yes", text: typed("text") };
      return api.attendProblem({ params: { problemId }, body, key: writeKeyOf(typed) });
    },
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{deskProblemWords.attend}</h2>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="solved" legend={deskProblemWords.solved} options={deskProblemWords.yesNo} problem={problem} />
        <LongText
          name="text"
          label={deskProblemWords.text}
          hint={deskProblemWords.seenByUser}
          max={1000}
          problem={problem}
        />
        <Submit busy={busy}>{deskProblemWords.attendSend}</Submit>
      </form>
    </section>
  );
}

/** Records for the applicant that the problem is not solved. */
function Dispute({ problemId, onDone }: AttendProps) {
  const kept = useKeptForm(sessionStorage, `caudal.dispute.${problemId}`);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => api.takeDispute({ params: { problemId }, body: { text: typed("text") }, key: writeKeyOf(typed) }),
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{deskProblemWords.dispute}</h2>
      <ReadAloud>{aloudWords.dispute}</ReadAloud>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <LongText
          name="text"
          label={deskProblemWords.disputeText}
          hint={deskProblemWords.disputeHint}
          max={1000}
          problem={problem}
        />
        <TypedReadBack />
        <Submit busy={busy}>{deskProblemWords.disputeSend}</Submit>
      </form>
    </section>
  );
}

interface PromoteProps {
  readonly problemId: string;
  /** The button is not green, because attending comes first. */
  readonly isSecond: boolean;
}

/** Files a claim for a problem that was not solved, and goes to its case. */
function Promote({ problemId, isSecond }: PromoteProps) {
  const { route } = useLocation();
  const kept = useKeptForm(sessionStorage, `caudal.promote.${problemId}`);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const channel = chosenOf(deskProblemWords.channels, typed("channel"));
      if (!channel) return fieldProblem("channel", deskProblemWords.channelMissing);
      const body = { channel, grounds: typed("grounds") };
      return api.promoteProblem({ params: { problemId }, body, key: writeKeyOf(typed) });
    },
    ({ claimId }) => {
      kept.drop();
      route(addressOf("case", { claimId }));
    },
  );
  return (
    <section>
      <h2>{deskProblemWords.promote}</h2>
      <p>{deskProblemWords.promoteText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="channel"
          legend={deskProblemWords.channel}
          options={deskProblemWords.channels}
          problem={problem}
        />
        <LongText name="grounds" label={deskProblemWords.grounds} max={1500} problem={problem} />
        <Submit busy={busy} plain={isSecond}>
          {deskProblemWords.promoteSend}
        </Submit>
      </form>
    </section>
  );
}
