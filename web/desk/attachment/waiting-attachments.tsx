import { useEffect, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Loading, Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, DeskProblem, Heading, SignInAgain, StaffOnly } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { type WaitingAttachment, waitingAttachmentsWords as words } from "./waiting-attachments.words.ts";

/**
 * Renders the files that were announced and never arrived, or could not be read, page by page, with what they belong
 * to. A file that is not on its way to us has a button that opens the form to record what was done about it. Without a
 * session, asks to sign in.
 */
export function WaitingAttachmentsPage() {
  return (
    <>
      <p class="back">
        <a href={addressOf("submissions")}>{words.back}</a>
      </p>
      <Heading>{deskPages.waitingAttachments.title}</Heading>
      <StaffOnly>
        <p>{words.lede}</p>
        <Attachments />
      </StaffOnly>
    </>
  );
}

function Attachments() {
  const [attachments, setAttachments] = useState<readonly WaitingAttachment[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [opened, setOpened] = useState<WaitingAttachment>();
  const [done, setDone] = useState<WaitingAttachment>();
  // What was done stands above the list, and its form stood below.
  const said = useFocus<HTMLDivElement>(done);
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listWaitingAttachments({ query: from === undefined ? {} : { cursor: from } });
    if (!page.ok) return setProblem(page.problem);
    setAttachments((before = []) => [...before, ...page.value.attachments]);
    setCursor(page.value.cursor);
  };
  useEffect(() => {
    more();
  }, []);
  const written = (attachment: WaitingAttachment) => {
    setOpened(undefined);
    setDone(attachment);
    setAttachments((before = []) =>
      before.flatMap((one) => (one.uploadId !== attachment.uploadId ? one : attachment.waits ? attachment : [])),
    );
  };
  if (problem && !attachments) return <DeskProblem problem={problem} again={() => more()} />;
  if (!attachments) return <Loading />;
  return (
    <>
      {done && (
        <div tabIndex={-1} ref={said}>
          <Notice tone="good">
            <p>{words.done(done.fileName, done.waits)}</p>
          </Notice>
        </div>
      )}
      {attachments.length === 0 ? (
        <p>
          {words.empty} {words.emptyText}
        </p>
      ) : (
        <ScrollTable caption={deskPages.waitingAttachments.title} columns={Object.values(words.columns)}>
          {attachments.map((attachment) => (
            <Row key={attachment.uploadId} attachment={attachment} open={() => setOpened(attachment)} />
          ))}
        </ScrollTable>
      )}
      {problem && <DeskProblem problem={problem} again={() => more(cursor)} />}
      {cursor !== undefined && (
        <button type="button" class="button plain" onClick={() => more(cursor)}>
          {words.more}
        </button>
      )}
      {opened && (
        <Attend key={opened.uploadId} attachment={opened} onDone={written} onCancel={() => setOpened(undefined)} />
      )}
    </>
  );
}

function Row({ attachment, open }: { readonly attachment: WaitingAttachment; readonly open: () => void }) {
  const { fileName, state, reason, onItsWay, announcedAt, remindedAt, askedAt, submission, claim, problemId } =
    attachment;
  return (
    <tr>
      <th scope="row">{fileName}</th>
      <td>
        {claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>}{" "}
        {submission && (
          <a href={addressOf("submission", { submissionId: submission.submissionId })}>{submission.number}</a>
        )}
        {problemId && <a href={addressOf("problem", { problemId })}>{words.problem}</a>}
      </td>
      <td>
        <b>{onItsWay ? words.onItsWay : words.states[state]}</b> {reason}
        {remindedAt && <span class="hint">{words.reminded(remindedAt)}</span>}
        {askedAt && <span class="hint">{words.asked(askedAt)}</span>}
      </td>
      <td>{instant(announcedAt)}</td>
      <td>
        {!onItsWay && (
          <button type="button" class="button plain" onClick={open} aria-label={words.attendOf(fileName)}>
            {words.attend}
          </button>
        )}
      </td>
    </tr>
  );
}

interface AttendProps {
  readonly attachment: WaitingAttachment;
  readonly onDone: (attachment: WaitingAttachment) => void;
  readonly onCancel: () => void;
}

function Attend({ attachment: { uploadId, fileName }, onDone, onCancel }: AttendProps) {
  const heading = useFocus<HTMLHeadingElement>(uploadId);
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    const act = chosenOf(words.acts, typed("act"));
    if (!act) return fieldProblem("act", words.choose);
    return api.attendAttachment({ params: { uploadId }, body: { act, text: typed("text") }, key: writeKeyOf(typed) });
  }, onDone);
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {words.attendOf(fileName)}
      </h2>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="act" legend={words.act} options={words.acts} problem={problem} />
        <LongText name="text" label={words.text} hint={words.textHint} max={500} problem={problem} />
        <div class="buttons">
          <Submit busy={busy}>{words.send}</Submit>
          <button type="button" class="button plain" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </form>
    </section>
  );
}
