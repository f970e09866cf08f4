import { useRef, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Checks } from "../../look/checks.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { Findings } from "../../look/findings.tsx";
import { LongText } from "../../look/long-text.tsx";
import { uploadIdsOf } from "../../look/sent-attachments.ts";
import { withdrawableIn } from "../../words/claim-withdrawal.ts";
import { monthAndYear } from "../../words/format.ts";
import { quejaGroundNames } from "../../words/queja-grounds.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { fieldWords } from "../case/act-fields.words.ts";
import { type ActFieldsProps, type ActForm, type ActSending, staffCounter } from "../case/act-form.ts";
import type { ActOnBehalf } from "../case/acts.words.ts";
import type { CaseFile } from "../case/case-file.ts";
import { offerAnswer } from "../conciliation/act-offer.tsx";
import { hearingModeNames, hearingPlan } from "../conciliation/hearing.words.ts";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";
import {
  Confirming,
  confirmationIn,
  FromSubmission,
  HandedIn,
  handedInOf,
  type Typed,
  useSubmission,
} from "./act-confirmation.tsx";
import { calledActWords } from "./called-acts.words.ts";
import {
  actChannelNames,
  claimantActWords,
  intakeChannelNames,
  knowsNames,
  withdrawalNames,
} from "./claimant-acts.words.ts";

/** Asks by which channel the claimant came: telephone or counter. */
function Channel({ problem }: { readonly problem: ClientProblem | undefined }) {
  return <Choice name="came" legend={claimantActWords.came} options={intakeChannelNames} problem={problem} />;
}

interface ActChannelProps {
  readonly problem: ClientProblem | undefined;
  readonly onChoose: (channel: string) => void;
}

/**
 * Asks by which channel an act came that may also be a document of the document desk. Nothing if the page was opened
 * from such a document, which is the channel then.
 */
function ActChannel({ problem, onChoose }: ActChannelProps) {
  return useSubmission() ? null : (
    <Choice
      name="came"
      legend={claimantActWords.came}
      options={actChannelNames}
      onChoose={onChoose}
      problem={problem}
    />
  );
}

/**
 * Asks how an act came that needs no confirmation. If it came on paper, asks when it was handed in and for its scan. If
 * the page was opened from a submission, says instead that the act is recorded from the submission.
 */
function Presented({ problem }: { readonly problem: ClientProblem | undefined }) {
  const submissionId = useSubmission();
  const [channel, setChannel] = useState("");
  const [signed, setSigned] = useState<readonly string[]>([]);
  if (submissionId) return <FromSubmission submissionId={submissionId} />;
  return (
    <>
      <Choice
        name="came"
        legend={claimantActWords.came}
        options={actChannelNames}
        onChoose={setChannel}
        problem={problem}
      />
      {channel === "document-desk" && (
        <>
          <HandedIn problem={problem} />
          <Attachments
            name="signedAttachments"
            label={claimantActWords.presented}
            counter={staffCounter}
            max={5}
            problem={problem}
            onChange={(attachments) => setSigned(uploadIdsOf(attachments))}
          />
          <input type="hidden" name="signed" value={signed.join(" ")} />
        </>
      )}
    </>
  );
}

/**
 * Returns the submission or the scanned paper of an act that came by the document desk, for the API. Empty for any
 * other channel.
 */
function presentedOf(came: keyof typeof actChannelNames, typed: Typed) {
  if (came !== "document-desk") return {};
  const submissionId = typed("submissionId");
  if (submissionId) return { presented: { by: "submission", submissionId } as const };
  const uploadIds = typed("signed").split(" ").filter(Boolean);
  return { presented: { by: "paper", uploadIds, ...handedInOf(typed) } as const };
}

const channelMissing = () => fieldProblem("came", fieldWords.choose);

/** The write without the case's version: a claimant's act is recorded whatever happened in the case meanwhile. */
const actOf = ({ write: { params, key } }: ActSending) => ({ params, key });

/** Records how a claimant answers an observation. */
const remedy: ActForm = {
  Fields: ({ file: { defects }, problem, onAttachments }) => (
    <>
      <p>{claimantActWords.defects}</p>
      <ul>
        {defects.map((defect) => (
          <li key={defect}>{defect}</li>
        ))}
      </ul>
      <Presented problem={problem} />
      <LongText name="answer" label={claimantActWords.remedy} max={1500} problem={problem} />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async (sending) => {
    const { typed, uploadIds } = sending;
    const came = chosenOf(actChannelNames, typed("came"));
    return came
      ? api.takeRemedy({
          ...actOf(sending),
          body: { came, ...presentedOf(came, typed), answer: typed("answer"), uploadIds },
        })
      : channelMissing();
  },
};

/** Records the new evidence a claimant brings for their reconsideration. */
const newEvidence: ActForm = {
  Fields: ({ file: { defects }, problem, onAttachments }) => (
    <>
      {defects.length > 0 && (
        <>
          <p>{claimantActWords.defects}</p>
          <ul>
            {defects.map((asked) => (
              <li key={asked}>{asked}</li>
            ))}
          </ul>
        </>
      )}
      <Presented problem={problem} />
      <LongText name="answer" label={claimantActWords.newEvidence} max={1500} problem={problem} />
      <Attachments
        label={claimantActWords.evidence}
        counter={staffCounter}
        max={10}
        problem={problem}
        onChange={onAttachments}
      />
    </>
  ),
  send: async (sending) => {
    const { typed, uploadIds } = sending;
    const came = chosenOf(actChannelNames, typed("came"));
    return came
      ? api.takeNewEvidence({
          ...actOf(sending),
          body: { came, ...presentedOf(came, typed), answer: typed("answer"), uploadIds },
        })
      : channelMissing();
  },
};

/** The value of a receipt's checkbox, which `monthsIn` reads. */
const boxOf = ({ period, number }: { readonly period: string; readonly number: string }) => `${period} ${number}`;

const monthsShown = 12;

/**
 * Checkboxes of the supply's last twelve months that are not claimed yet; nothing if there are none or they cannot be
 * looked up.
 */
function OtherMonths({ file: { claimId, supplyCode, receipts }, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  const { answer } = useAnswer(() => api.searchSupplies({ body: { supplyCode, claimId } }), claimId);
  if (!answer?.ok) return null;
  const others = answer.value.receipts
    .slice(0, monthsShown)
    .filter(({ number }) => !receipts.some((receipt) => receipt.number === number));
  if (others.length === 0) return null;
  const options = Object.fromEntries(others.map((receipt) => [boxOf(receipt), monthAndYear(receipt.period)]));
  return <Checks name="receipts" legend={claimantActWords.months} options={options} chosen={[]} problem={problem} />;
}

/** The receipts whose checkboxes are marked in a form. */
function monthsIn(form: HTMLFormElement): { readonly period: string; readonly number: string }[] {
  return new FormData(form).getAll("receipts").flatMap((box) => {
    const [period = "", ...number] = String(box).split(" ");
    return number.length > 0 ? [{ period, number: number.join(" ") }] : [];
  });
}

/** Records what a claimant adds to their claim. */
const extension: ActForm = {
  Fields: ({ file, problem, onAttachments }) => (
    <>
      <Presented problem={problem} />
      <LongText
        name="grounds"
        label={claimantActWords.extension}
        hint={claimantActWords.readBack}
        max={1500}
        problem={problem}
      />
      {file.receipts.length > 0 && <OtherMonths file={file} problem={problem} />}
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async (sending) => {
    const { typed, form, uploadIds } = sending;
    const came = chosenOf(actChannelNames, typed("came"));
    return came
      ? api.takeExtension({
          ...actOf(sending),
          body: {
            came,
            ...presentedOf(came, typed),
            grounds: typed("grounds"),
            receipts: monthsIn(form),
            uploadIds,
          },
        })
      : channelMissing();
  },
};

/** Records how a claimant wants their hearing held. */
const hearingChoice: ActForm = {
  Fields: ({ file: { hearing }, problem }) => (
    <>
      {hearing && <p>{hearingPlan(hearing)}</p>}
      <Channel problem={problem} />
      <Choice
        name="mode"
        legend={fieldWords.hearingMode}
        options={Object.fromEntries((hearing?.choice?.modes ?? []).map((mode) => [mode, hearingModeNames[mode]]))}
        chosen={hearing?.mode ?? ""}
        problem={problem}
      />
      <TextField
        name="telephone"
        label={fieldWords.hearingTelephone}
        hint={fieldWords.hearingTelephoneHint}
        keyboard="tel"
        size="short"
        initial={hearing?.telephone ?? ""}
        problem={problem}
      />
    </>
  ),
  send: async (sending) => {
    const { typed } = sending;
    const came = chosenOf(intakeChannelNames, typed("came"));
    const mode = chosenOf(hearingModeNames, typed("mode"));
    if (!came) return channelMissing();
    if (!mode) return fieldProblem("mode", fieldWords.choose);
    return api.takeHearingChoice({ ...actOf(sending), body: { came, mode, telephone: textOf(typed("telephone")) } });
  },
};

/** Asks whether the claim or only the procedure is withdrawn; in a recourse there is no choice, and it says so. */
function Withdrawn({ file: { state }, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  const what = withdrawableIn(state);
  return what === "claim" ? (
    <Choice name="of" legend={claimantActWords.of} options={withdrawalNames} problem={problem} />
  ) : (
    <p>{claimantActWords.withdrawn[what]}</p>
  );
}

/**
 * Returns what is withdrawn and why. In a recourse, only the procedure can be withdrawn. Undefined while the choice is
 * not made.
 */
function withdrawalIn({ state }: CaseFile, typed: Typed) {
  const of = withdrawableIn(state) === "claim" ? chosenOf(withdrawalNames, typed("of")) : "procedure";
  return of && { of, reason: typed("reason") };
}

/** Files a withdrawal with its claimant's confirmation. */
const withdrawalRequest: ActForm = {
  Fields: ({ file, problem }) => {
    const [channel, setChannel] = useState("");
    return (
      <>
        <p>
          <b>{calledActWords.notSuggested}</b>
        </p>
        <ActChannel problem={problem} onChoose={setChannel} />
        <Withdrawn file={file} problem={problem} />
        <LongText name="reason" label={claimantActWords.reason} max={500} problem={problem} />
        <Confirming
          file={file}
          how={channel}
          problem={problem}
          whatIn={(typed) => {
            const withdrawn = withdrawalIn(file, typed);
            return withdrawn ? { act: "withdrawal", ...withdrawn } : fieldProblem("of", fieldWords.choose);
          }}
        />
      </>
    );
  },
  send: async (sending) => {
    const { file, typed } = sending;
    const came = chosenOf(actChannelNames, typed("came"));
    const withdrawn = withdrawalIn(file, typed);
    if (!came) return channelMissing();
    if (!withdrawn) return fieldProblem("of", fieldWords.choose);
    const confirmation = confirmationIn(typed);
    if ("ok" in confirmation) return confirmation;
    return api.takeWithdrawal({ ...actOf(sending), body: { ...withdrawn, came, confirmation } });
  },
};

/** `knowsDecision` if the claimant says that they have the decision, whose notification is not recorded; else empty. */
function knowsDecisionIn(typed: Typed): { readonly knowsDecision?: true } {
  return typed("knowsDecision") === "yes" ? { knowsDecision: true } : {};
}

/** Shows what a claimant should hear of a recourse before it is filed. Draws nothing without findings or an answer. */
function RecourseFindings({
  claimId,
  kind,
}: {
  readonly claimId: string;
  readonly kind: "reconsideration" | "appeal";
}) {
  const { answer } = useAnswer(() => api.checkCalledRecourse({ params: { claimId }, body: { kind } }), kind);
  // What is not typed yet is asked for by the form itself.
  const findings = answer?.ok ? answer.value.findings.filter(({ rule }) => rule !== "form-required") : [];
  if (findings.length === 0) return null;
  return (
    <section>
      <h2>{calledActWords.findings}</h2>
      <Findings findings={findings} />
    </section>
  );
}

/** The form that files a recourse with its claimant's confirmation and evidence. */
function recourse(kind: "reconsideration" | "appeal"): ActForm {
  return {
    Fields: ({ file, problem, onAttachments }) => {
      const evidence = useRef<string[]>([]);
      const [channel, setChannel] = useState("");
      return (
        <>
          <RecourseFindings claimId={file.claimId} kind={kind} />
          <ActChannel problem={problem} onChoose={setChannel} />
          {file.unnotifiedDecision && (
            <>
              <p>{claimantActWords.unnotified}</p>
              <Choice name="knowsDecision" legend={claimantActWords.knows} options={knowsNames} problem={problem} />
            </>
          )}
          <LongText
            name="grounds"
            label={claimantActWords.grounds}
            hint={claimantActWords.readBack}
            max={3000}
            problem={problem}
          />
          <Attachments
            label={claimantActWords.evidence}
            counter={staffCounter}
            max={10}
            problem={problem}
            onChange={(attachments) => {
              evidence.current = uploadIdsOf(attachments);
              onAttachments(attachments);
            }}
          />
          <Confirming
            file={file}
            how={channel}
            problem={problem}
            whatIn={(typed) => ({
              act: "recourse",
              kind,
              grounds: typed("grounds"),
              uploadIds: evidence.current,
              ...knowsDecisionIn(typed),
            })}
          />
        </>
      );
    },
    send: async (sending) => {
      const { typed, uploadIds } = sending;
      const came = chosenOf(actChannelNames, typed("came"));
      if (!came) return channelMissing();
      const confirmation = confirmationIn(typed);
      if ("ok" in confirmation) return confirmation;
      const body = { kind, grounds: typed("grounds"), uploadIds, ...knowsDecisionIn(typed), came, confirmation };
      return api.takeRecourse({ ...actOf(sending), body });
    },
  };
}

/** Files a queja in the claimant's words. */
const queja: ActForm = {
  Fields: ({ problem, onAttachments }) => (
    <>
      <Presented problem={problem} />
      <Choice name="ground" legend={claimantActWords.quejaGround} options={quejaGroundNames} problem={problem} />
      <LongText name="duty" label={claimantActWords.quejaDuty} max={300} problem={problem} />
      <LongText
        name="facts"
        label={claimantActWords.quejaFacts}
        hint={claimantActWords.readBack}
        max={3000}
        problem={problem}
      />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async (sending) => {
    const { typed, uploadIds } = sending;
    const came = chosenOf(actChannelNames, typed("came"));
    const ground = chosenOf(quejaGroundNames, typed("ground"));
    if (!came) return channelMissing();
    if (!ground) return fieldProblem("ground", fieldWords.choose);
    const body = { came, ...presentedOf(came, typed), ground, duty: typed("duty"), facts: typed("facts"), uploadIds };
    return api.takeQueja({ ...actOf(sending), body });
  },
};

/** The forms of acts recorded on behalf of a claimant, by their name in the address. */
export const onBehalfForms: Readonly<Record<ActOnBehalf, ActForm>> = {
  subsanacion: remedy,
  ampliacion: extension,
  participacion: hearingChoice,
  respuesta: offerAnswer,
  reconsideracion: recourse("reconsideration"),
  "prueba-nueva": newEvidence,
  apelacion: recourse("appeal"),
  desistir: withdrawalRequest,
  queja,
};
