import type { Outcome } from "../../client.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { useOffice } from "../../office.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { staffCounter } from "../case/act-form.ts";
import { held } from "../held-acts.tsx";
import { SignInAgain } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { awaitsNotice, type DeskSubmission, isBeingNotified, type SubmissionActProps } from "./desk-submission.ts";
import { submissionWords } from "./submissions.words.ts";

const actsOfClaims: readonly DeskSubmission["kind"][] = ["reconsideration", "appeal", "queja"];

/**
 * Renders the forms for a submission that was checked. An `observed` one: to add what was missing (all that anybody but
 * clerk or manager, `isOfDesk`, gets) and, if its presenter is not notified, to record how they were. A `received` one:
 * to forward it and, if it is no possible recourse, to answer it; none for an act of a claim, or what was taken as one.
 */
export function SubmissionActs({ isOfDesk, ...props }: SubmissionActProps & { readonly isOfDesk: boolean }) {
  const { state, kind, recordedAs } = props.submission;
  if (state === "observed")
    return (
      <>
        {isOfDesk && awaitsNotice(props.submission) && !isBeingNotified(props.submission) && <Notify {...props} />}
        <Remedy {...props} />
      </>
    );
  if (!isOfDesk || state !== "received" || recordedAs !== undefined || actsOfClaims.includes(kind)) return null;
  return (
    <>
      {props.submission.recourseBy === undefined && <Answer {...props} />}
      <Forward {...props} />
    </>
  );
}

interface WithFilesProps extends SubmissionActProps {
  readonly name: string;
  /** The button is not green, because another form comes first. */
  readonly plain?: boolean;
  readonly words: {
    readonly title: string;
    readonly lede?: string;
    readonly text: string;
    readonly attachments: string;
    readonly send: string;
  };
  readonly send: (body: { text: string; uploadIds: string[] }, key: string) => Promise<Outcome<DeskSubmission>>;
}

/**
 * A form of a text and files, kept in the tab until it is sent. `name` separates its key from those of the other forms.
 */
function WithFiles({ submission: { submissionId }, onDone, name, plain = false, words, send }: WithFilesProps) {
  const { submissionMaxFiles } = useOffice();
  const key = `caudal.${name}.${submissionId}`;
  const kept = useKeptForm(sessionStorage, key);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles(
    (typed, uploadIds) => send({ text: typed("text"), uploadIds }, writeKeyOf(typed)),
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{words.title}</h2>
      {words.lede && <p>{words.lede}</p>}
      <KeptNote of={key} before={kept.before} drop={kept.drop} />
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <LongText name="text" label={words.text} max={3000} problem={problem} />
        <Attachments
          counter={staffCounter}
          keptWith={key}
          max={submissionMaxFiles}
          label={words.attachments}
          problem={problem}
          onChange={onFiles}
        />
        <Submit busy={busy} plain={plain}>
          {words.send}
        </Submit>
      </form>
    </section>
  );
}

/** Records how and when the person was notified of the observation. */
function Notify({ submission: { submissionId, number }, onDone }: SubmissionActProps) {
  const kept = useKeptForm(sessionStorage, `caudal.notify.${submissionId}`);
  const { notifyWays } = submissionWords;
  const { problem, busy, onSubmit } = useSending(
    async (typed, form) => {
      const how = chosenOf(notifyWays, typed("how"));
      if (!how) return fieldProblem("how", submissionWords.choose);
      const deliveredAt =
        how === "delivered" && typed("deliveredAt") !== "" ? typedInstant(typed("deliveredAt")) : undefined;
      return held({ form, what: `${submissionWords.notifySend} ${number}` }, () =>
        api.notifySubmissionObservation({
          params: { submissionId },
          body: { how, deliveredAt },
          key: writeKeyOf(typed),
        }),
      );
    },
    (value, form) => {
      kept.drop();
      if (form.isConnected) onDone(value);
    },
  );
  return (
    <section>
      <h2>{submissionWords.notify}</h2>
      <p>{submissionWords.notifyText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="how" legend={submissionWords.notifyHow} options={notifyWays} problem={problem} />
        <InstantField
          name="deliveredAt"
          label={submissionWords.deliveredAt}
          hint={submissionWords.deliveredAtHint}
          problem={problem}
        />
        <Submit busy={busy}>{submissionWords.notifySend}</Submit>
      </form>
    </section>
  );
}

function Remedy(props: SubmissionActProps) {
  const { remedy: title, remedyWords: text, remedyAttachments: attachments, remedySend: send } = submissionWords;
  return (
    <WithFiles
      {...props}
      name="remedy"
      plain={awaitsNotice(props.submission)}
      words={{ title, text, attachments, send }}
      send={(body, key) =>
        api.takeSubmissionRemedy({ params: { submissionId: props.submission.submissionId }, body, key })
      }
    />
  );
}

function Answer(props: SubmissionActProps) {
  const {
    answer: title,
    answerText: lede,
    answerWords: text,
    answerAttachments: attachments,
    answerSend: send,
  } = submissionWords;
  return (
    <WithFiles
      {...props}
      name="answer"
      words={{ title, lede, text, attachments, send }}
      send={(body, key) => api.answerSubmission({ params: { submissionId: props.submission.submissionId }, body, key })}
    />
  );
}

function Forward({ submission: { submissionId, entries }, onDone }: SubmissionActProps) {
  const { answer } = useAnswer(() => api.countDeskSubmissions(), "");
  const kept = useKeptForm(sessionStorage, `caudal.forward.${submissionId}`);
  const { problem, busy, onSubmit } = useSending(
    (typed) =>
      api.forwardSubmission({
        params: { submissionId },
        body: { area: typed("area"), reason: typed("reason") },
        key: writeKeyOf(typed),
      }),
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  const areas = answer?.ok ? answer.value.areas : [];
  return (
    <section>
      <h2>{submissionWords.forward}</h2>
      <p>{submissionWords.forwardText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form
        // A new form after each entry: forwarding again is another act, with a key of its own.
        key={entries.length}
        method="dialog"
        noValidate
        ref={kept.form}
        onInput={kept.keep}
        onSubmit={onSubmit}
      >
        <WriteKey />
        <Choice
          name="area"
          legend={submissionWords.area}
          options={Object.fromEntries(areas.map((area) => [area, area]))}
          problem={problem}
        />
        <LongText name="reason" label={submissionWords.reason} max={500} problem={problem} />
        <Submit busy={busy} plain>
          {submissionWords.forwardSend}
        </Submit>
      </form>
    </section>
  );
}
