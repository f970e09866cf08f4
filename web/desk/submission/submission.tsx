import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { ClientProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { useWatch } from "../../look/watched.ts";
import { attachmentsWords } from "../../words/attachments.ts";
import { dateWithWeekday, instant } from "../../words/format.ts";
import { outageWords } from "../../words/outages.ts";
import { personDocumentNames } from "../../words/person.ts";
import { api } from "../api.ts";
import { AttachmentView } from "../attachment/attachment-view.tsx";
import { DocumentLook } from "../attachment/document-look.tsx";
import { Download } from "../download.tsx";
import { addressOf, DeskProblem, Heading, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import { awaitsNotice, type DeskSubmission, isBeingNotified, type SubmissionActProps } from "./desk-submission.ts";
import { SubmissionCheck } from "./submission-check.tsx";
import {
  letterSenderNames,
  powerNames,
  submissionChannelNames,
  submissionEntryNames,
  submissionKindNames,
  submissionStateNames,
  submissionsWords,
  submissionWords,
} from "./submissions.words.ts";

/**
 * Renders the page of the submission that the address names. Everybody sees its facts and history. Clerks and managers
 * also see its attachments and documents, and may check it, record it as an act of its claim, and answer or forward it.
 * Operators may only add what was missing of an observed submission. Without a session, asks to sign in.
 */
export function SubmissionPage() {
  const { submissionId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("submissions")}>{submissionWords.back}</a>
      </p>
      <StaffOnly>
        <Asked submissionId={submissionId} />
      </StaffOnly>
    </>
  );
}

function Asked({ submissionId }: { readonly submissionId: string }) {
  const { answer, again } = useAnswer(() => api.showDeskSubmission({ params: { submissionId } }), submissionId);
  const [written, setWritten] = useState<DeskSubmission>();
  const roles = useOwnRoles();
  const isOfDesk = roles.includes("clerk") || roles.includes("manager");
  const [hasActed, setActed] = useState(false);
  const [looks, setLooks] = useState(0);
  const submission = written ?? (answer?.ok ? answer.value : undefined);
  const look = async (): Promise<void> => {
    const shown = await api.showDeskSubmission({ params: { submissionId } });
    if (shown.ok) setWritten(shown.value);
    setLooks(looks + 1);
  };
  useWatch(
    submission !== undefined && (isBeingNotified(submission) || (isBeingMade(submission) && looks < mostLooks)),
    look,
    looks,
  );
  if (!answer?.ok || !submission) {
    return (
      <>
        <Heading>{deskPages.submission.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  }
  const onDone = (recorded: DeskSubmission): void => {
    setWritten(recorded);
    setActed(true);
    // The form that was sent stands far below, and goes away: what was done stands under the heading.
    document.querySelector("h1")?.focus();
  };
  const acts = { submission, onDone };
  return (
    <>
      <Heading>{submission.number}</Heading>
      {hasActed && (
        <Notice tone="good">
          <p>{submissionWords.done}</p>
        </Notice>
      )}
      <Shown submission={submission} />
      {isOfDesk && <Attachments {...acts} />}
      <Entries submission={submission} isOfDesk={isOfDesk} />
      {isOfDesk && (
        <>
          <Documents {...acts} />
          <Gather {...acts} />
          {isTakeable(submission) && (
            <Loaded load={() => import("../counter/take-as.tsx")} about="take-as">
              {({ TakeAs }) => <TakeAs submission={submission} />}
            </Loaded>
          )}
          {submission.recourseBy !== undefined && (
            <Loaded load={() => import("../recourse/discard-recourse.tsx")} about="discard">
              {({ DiscardRecourse }) => <DiscardRecourse {...acts} />}
            </Loaded>
          )}
          {submission.state === "presented" && <SubmissionCheck {...acts} again={again} />}
        </>
      )}
      {submission.state !== "presented" && submission.state !== "returned" && submission.answeredAt === undefined && (
        <Loaded load={() => import("./submission-acts.tsx")} about="acts">
          {({ SubmissionActs }) => <SubmissionActs {...acts} isOfDesk={isOfDesk} />}
        </Loaded>
      )}
    </>
  );
}

function standingText(standing: DeskSubmission["standing"]): string | undefined {
  if (!standing) return undefined;
  return standing.as === "representative"
    ? submissionWords.represents(standing.of, powerNames[standing.power])
    : submissionWords.standings[standing.as];
}

/** What a submission is, and whether it may be a recourse. */
const kindText = ({ kind, recourseBy }: DeskSubmission) =>
  submissionKindNames[kind] + (recourseBy === undefined ? "" : `. ${submissionsWords.possibleRecourse}`);

const dayOf = (day: string | undefined) => (day === undefined ? undefined : dateWithWeekday(day));

/** The name of `said` in `names`; undefined if it has none. */
function nameIn<Name extends string>(names: Readonly<Record<Name, string>>, said = ""): string | undefined {
  const known = chosenOf(names, said);
  return known && names[known];
}

function Shown({ submission }: { readonly submission: DeskSubmission }) {
  const { facts: names } = submissionWords;
  const {
    claim,
    answerBy,
    recourseBy,
    answeredAt,
    remedyBy,
    receivedAt,
    registered,
    letter,
    identity,
    recordedAs,
    outage,
    mailReturned,
  } = submission;
  return (
    <>
      <p>
        <b>{submission.subject}</b>
      </p>
      <Facts
        rows={[
          [names.kind, kindText(submission)],
          [names.state, submissionStateNames[submission.state]],
          [names.letter, letter && submissionWords.letterIs(letterSenderNames[letter.from], letter.number)],
          [names.presenter, submission.presenter],
          [names.standing, standingText(submission.standing)],
          [names.identity, identity && `${personDocumentNames[identity.kind]} ${identity.number}`],
          [names.email, submission.email],
          [names.telephone, submission.telephone],
          [names.address, submission.address],
          [
            names.mailReturned,
            mailReturned && submissionWords.mailReturned[mailReturned.why](instant(mailReturned.at)),
          ],
          [names.channel, submissionChannelNames[submission.channel]],
          [names.presentedAt, instant(submission.presentedAt)],
          [names.registeredAt, registered && `${instant(registered.at)} ${registered.reason ?? ""}`],
          [names.filedOn, dateWithWeekday(submission.filedOn)],
          [names.receivedAt, receivedAt && instant(receivedAt)],
          [names.answerBy, dayOf(answerBy)],
          [submissionWords.recourseBy, dayOf(recourseBy)],
          [names.answeredAt, answeredAt && instant(answeredAt)],
          [names.area, submission.area],
          [names.citedCode, claim ? undefined : submission.citedCode],
          [names.claim, claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>],
          [names.outage, outage && <CitedOutage key="outage" outage={outage} />],
          [names.recordedAs, nameIn(submissionWords.actNames, recordedAs)],
          [names.remark, submission.remark],
          [names.remedyBy, dayOf(remedyBy)],
        ]}
      />
      {awaitsNotice(submission) && !isBeingNotified(submission) && (
        <Notice tone="bad">
          <p>{submissionWords.toNotify}</p>
        </Notice>
      )}
      {isBeingNotified(submission) && <p role="status">{submissionWords.beingNotified}</p>}
      {submission.text !== "" && (
        <section>
          <h2>{submissionWords.text}</h2>
          <p>{submission.text}</p>
        </section>
      )}
    </>
  );
}

function CitedOutage({
  outage: { outageId, number, from, to },
}: {
  readonly outage: NonNullable<DeskSubmission["outage"]>;
}) {
  return (
    <>
      <p>{outageWords.was(number, instant(from), instant(to))}</p>
      <Download of={number} ask={() => api.downloadOutageCertificate({ params: { outageId } })}>
        {outageWords.certificate}
      </Download>
    </>
  );
}

interface AttachmentsProps {
  readonly submissionId: string;
  readonly attachments: DeskSubmission["attachments"];
}

function Attachments({ submission, onDone }: SubmissionActProps) {
  const { submissionId, attachments } = submission;
  const [isOpen, setIsOpen] = useState(false);
  if (attachments.length === 0) return null;
  return (
    <section>
      <h2>{submissionWords.attachments}</h2>
      <Files submissionId={submissionId} attachments={attachments} />
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{submissionWords.takeOut}</summary>
        {isOpen && (
          <Loaded load={() => import("./take-file-out.tsx")} about="take-out" aside>
            {({ TakeFileOut }) => <TakeFileOut key={attachments.length} submission={submission} onDone={onDone} />}
          </Loaded>
        )}
      </details>
    </section>
  );
}

function Files({ submissionId, attachments }: AttachmentsProps) {
  if (attachments.length === 0) return null;
  return (
    <ul class="files">
      {attachments.map(({ documentId, fileName, sizeBytes, sha256, state }) => (
        <li key={documentId}>
          <span>
            {fileName} ({attachmentsWords.size(sizeBytes)}) <b>{submissionWords.attachmentStates[state]}</b>
            <span class="hint fingerprint">{sha256}</span>
          </span>
          <AttachmentView
            state={state}
            fileName={fileName}
            ask={() => api.downloadFiledAttachment({ params: { submissionId, documentId } })}
          />
        </li>
      ))}
    </ul>
  );
}

interface EntriesProps {
  readonly submission: DeskSubmission;
  readonly isOfDesk: boolean;
}

/** What was done, with the files of its answer for those who may open them; what its person brought stands above. */
function Entries({ submission: { submissionId, attachments: filed, entries }, isOfDesk }: EntriesProps) {
  if (entries.length === 0) return null;
  const isFiled = ({ documentId }: { readonly documentId: string }) =>
    filed.some((one) => one.documentId === documentId);
  const answered = entries.flatMap(({ attachments = [] }) => attachments).filter((one) => !isFiled(one));
  return (
    <section>
      <h2>{submissionWords.entries}</h2>
      {entries.map(({ type, at, text, to, document, effectiveAt, attachments = [] }) => (
        <p key={at + type + document}>
          <b>{submissionWords.entry(submissionEntryNames[type], at)}</b> {type === "forwarded" && `${to}.`}
          {document && submissionWords.given(document, to)}
          {effectiveAt !== undefined &&
            `${nameIn(submissionWords.noticeWays, to)}. ${effectiveAt === at ? "" : submissionWords.countsFrom(effectiveAt)}`}{" "}
          {type !== "taken" && text}{" "}
          {attachments.length > 0 && `(${attachments.map(({ fileName }) => fileName).join(", ")})`}
        </p>
      ))}
      {isOfDesk && <Files submissionId={submissionId} attachments={answered} />}
    </section>
  );
}

/**
 * The documents that prove each step, to look at and to download; for a person without an account, with buttons that
 * record how each was given.
 */
function Documents({ submission, onDone }: SubmissionActProps) {
  const { submissionId, registered } = submission;
  return (
    <section>
      <h2>{submissionWords.documents}</h2>
      {registered && <p>{submissionWords.deliver}</p>}
      {documents.map(
        (document) =>
          (submission[document] !== undefined || document === "cargo") && (
            <Fragment key={document}>
              <p>{submissionWords.documentsText[document]}</p>
              {submission[document] === "ready" && (
                <>
                  {document !== "data" && (
                    <DocumentLook
                      submissionId={submissionId}
                      document={document}
                      fileName={submissionWords.paper(document, submission.number)}
                    />
                  )}{" "}
                  <Download ask={() => api.downloadSubmissionDocument({ params: { submissionId, document } })}>
                    {submissionWords.documentNames[document]}
                  </Download>
                </>
              )}
              {submission[document] === "preparing" && <p>{submissionWords.preparing}</p>}
              {registered &&
                document !== "data" &&
                submission[document] === "ready" &&
                !isGiven(submission, document) && <Give submission={submission} document={document} onDone={onDone} />}
            </Fragment>
          ),
      )}
    </section>
  );
}

const documents = ["constancia", "observation", "cargo", "answer", "data"] as const;

/** A document that is not made after two minutes is looked for by hand. */
const mostLooks = 40;

/** Whether a document of it is on its way. */
const isBeingMade = (submission: DeskSubmission): boolean =>
  documents.some((document) => submission[document] === "preparing");

type Given = Exclude<(typeof documents)[number], "data">;

/**
 * Returns whether a document needs no button to record that it was given: it was given already. An observation needs
 * none either before its person is notified, because handing it over is recorded as that notice.
 */
function isGiven(submission: DeskSubmission, document: Given): boolean {
  const { entries } = submission;
  const isNotified = entries.some(({ type, to }) => type === "notified" && to === "delivered");
  return (
    entries.some((entry) => entry.type === "delivered" && entry.document === document) ||
    (document === "observation" && (isNotified || awaitsNotice(submission)))
  );
}

/**
 * For a request to see personal data: the button that has the document made of what is kept about the person's account.
 */
function Gather({ submission: { submissionId, kind, data, answeredAt, registered }, onDone }: SubmissionActProps) {
  const [key] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<ClientProblem>();
  if (kind !== "data-access" || data !== undefined || answeredAt !== undefined) return null;
  const gather = async () => {
    const asked = await api.gatherPersonData({ params: { submissionId }, body: {}, key });
    setProblem(asked.ok ? undefined : asked.problem);
    if (asked.ok) onDone(asked.value);
  };
  return (
    <section>
      <h2>{submissionWords.gather}</h2>
      <p>{registered ? submissionWords.gatherNone : submissionWords.gatherText}</p>
      {problem && <DeskProblem problem={problem} />}
      {!registered && (
        <button type="button" class="button plain" onClick={gather}>
          {submissionWords.gather}
        </button>
      )}
    </section>
  );
}

/** The buttons that record that a document was given, on paper or by e-mail. */
function Give({ submission: { submissionId }, document, onDone }: SubmissionActProps & { readonly document: Given }) {
  const [keys] = useState(() => ({ paper: crypto.randomUUID(), email: crypto.randomUUID() }));
  const [problem, setProblem] = useState<ClientProblem>();
  const note = async (way: keyof typeof keys) => {
    const noted = await api.recordSubmissionDelivery({
      params: { submissionId },
      body: { document, way },
      key: keys[way],
    });
    setProblem(noted.ok ? undefined : noted.problem);
    if (noted.ok) onDone(noted.value);
  };
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      <p>
        {(["paper", "email"] as const).map((way) => (
          <button key={way} type="button" class="button plain" onClick={() => note(way)}>
            {submissionWords.giveIt(document, way)}
          </button>
        ))}
      </p>
    </>
  );
}

/**
 * Whether a document may be recorded as an act of its claim: it was not yet, and belongs to a claim or may be a
 * recourse.
 */
function isTakeable({ kind, claim, state, recordedAs, recourseBy }: DeskSubmission): boolean {
  const isOpen = kind === "document" && !recordedAs && (state === "presented" || state === "received");
  return isOpen && (claim !== undefined || recourseBy !== undefined);
}
