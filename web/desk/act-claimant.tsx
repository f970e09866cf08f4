import { useRef, useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { Checks } from "../look/checks.tsx";
import { Choice, TextField } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { uploadIdsOf } from "../look/sent-attachments.ts";
import { withdrawableIn } from "../words/claim-withdrawal.ts";
import { fieldWords } from "../words/desk-act-fields.ts";
import type { ActOnBehalf } from "../words/desk-acts.ts";
import {
  acceptedNames,
  cameOrFiledNames,
  claimantActWords,
  intakeChannelNames,
  knowsNames,
  withdrawalNames,
} from "../words/desk-claimant-acts.ts";
import { hearingModeNames, hearingPlan } from "../words/desk-hearing.ts";
import { cubicMetres, monthAndYear, soles } from "../words/format.ts";
import { quejaGroundNames } from "../words/queja-grounds.ts";
import {
  Confirming,
  confirmationIn,
  FromSubmission,
  HandedOn,
  handedOn,
  type Typed,
  useSubmission,
} from "./act-confirmation.tsx";
import { type ActFieldsProps, type ActForm, type ActSending, staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { Attachments } from "./attachments.tsx";
import type { CaseFile } from "./case-file.ts";
import { chosenOf, fieldProblem, textOf } from "./typed.ts";

function Came({ problem }: { readonly problem: ClientProblem | undefined }) {
  return <Choice name="came" legend={claimantActWords.came} options={intakeChannelNames} problem={problem} />;
}

interface CameOrFiledProps {
  readonly problem: ClientProblem | undefined;
  readonly onChoose: (came: string) => void;
}

/** The same, of an act that may be taken from a document: then nobody came. */
function CameOrFiled({ problem, onChoose }: CameOrFiledProps) {
  return useSubmission() ? null : (
    <Choice
      name="came"
      legend={claimantActWords.came}
      options={cameOrFiledNames}
      onChoose={onChoose}
      problem={problem}
    />
  );
}

/** Of an act that needs no confirmation: the document it is taken from, or the attachment that was handed in, if any was. */
function Handed({ problem }: { readonly problem: ClientProblem | undefined }) {
  const submissionId = useSubmission();
  const [came, setCame] = useState("");
  const [signed, setSigned] = useState<readonly string[]>([]);
  if (submissionId) return <FromSubmission submissionId={submissionId} />;
  return (
    <>
      <Choice
        name="came"
        legend={claimantActWords.came}
        options={cameOrFiledNames}
        onChoose={setCame}
        problem={problem}
      />
      {came === "document-desk" && (
        <>
          <HandedOn problem={problem} />
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

/** What was handed in, of an act that came as a document. */
function handedIn(came: keyof typeof cameOrFiledNames, typed: Typed) {
  if (came !== "document-desk") return {};
  const submissionId = typed("submissionId");
  if (submissionId) return { presented: { by: "submission", submissionId } as const };
  const uploadIds = typed("signed").split(" ").filter(Boolean);
  return { presented: { by: "paper", uploadIds, ...handedOn(typed) } as const };
}

const notCame = () => fieldProblem("came", fieldWords.choose);

/** A claimant's act is written on whatever the case is by then, as if they did it themselves. */
const actOf = ({ write: { params, key } }: ActSending) => ({ params, key });

/** Writes down how a claimant answers an observation. */
const remedy: ActForm = {
  Fields: ({ file: { defects }, problem, onAttachments }) => (
    <>
      <p>{claimantActWords.defects}</p>
      <ul>
        {defects.map((defect) => (
          <li key={defect}>{defect}</li>
        ))}
      </ul>
      <Handed problem={problem} />
      <LongText name="answer" label={claimantActWords.remedy} max={1500} problem={problem} />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async (sending) => {
    const { typed, uploadIds } = sending;
    const came = chosenOf(cameOrFiledNames, typed("came"));
    return came
      ? api.takeRemedy({
          ...actOf(sending),
          body: { came, ...handedIn(came, typed), answer: typed("answer"), uploadIds },
        })
      : notCame();
  },
};

/** Writes down the new evidence a claimant brings for their reconsideration. */
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
      <Handed problem={problem} />
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
    const came = chosenOf(cameOrFiledNames, typed("came"));
    return came
      ? api.takeNewEvidence({
          ...actOf(sending),
          body: { came, ...handedIn(came, typed), answer: typed("answer"), uploadIds },
        })
      : notCame();
  },
};

/** A receipt as its box holds it. */
const boxOf = ({ period, number }: { readonly period: string; readonly number: string }) => `${period} ${number}`;

const monthsShown = 12;

/** The supply's last months that are not claimed yet; none where they cannot be looked up. */
function OtherMonths({ file: { supplyCode, receipts }, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  const { answer } = useAnswer(() => api.searchSupplies({ body: { supplyCode } }), supplyCode);
  if (!answer?.ok) return null;
  const others = answer.value.receipts
    .slice(0, monthsShown)
    .filter(({ number }) => !receipts.some((receipt) => receipt.number === number));
  if (others.length === 0) return null;
  const options = Object.fromEntries(others.map((receipt) => [boxOf(receipt), monthAndYear(receipt.period)]));
  return <Checks name="receipts" legend={claimantActWords.months} options={options} chosen={[]} problem={problem} />;
}

/** The months that were marked. */
function monthsIn(form: HTMLFormElement): { readonly period: string; readonly number: string }[] {
  return new FormData(form).getAll("receipts").flatMap((box) => {
    const [period = "", ...number] = String(box).split(" ");
    return number.length > 0 ? [{ period, number: number.join(" ") }] : [];
  });
}

/** Writes down what a claimant adds to their claim. */
const extension: ActForm = {
  Fields: ({ file, problem, onAttachments }) => (
    <>
      <Handed problem={problem} />
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
    const came = chosenOf(cameOrFiledNames, typed("came"));
    return came
      ? api.takeExtension({
          ...actOf(sending),
          body: {
            came,
            ...handedIn(came, typed),
            grounds: typed("grounds"),
            receipts: monthsIn(form),
            uploadIds,
          },
        })
      : notCame();
  },
};

/** Writes down how a claimant wants their hearing held. */
const hearingChoice: ActForm = {
  Fields: ({ file: { hearing }, problem }) => (
    <>
      {hearing && <p>{hearingPlan(hearing)}</p>}
      <Came problem={problem} />
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
    if (!came) return notCame();
    if (!mode) return fieldProblem("mode", fieldWords.choose);
    return api.takeHearingChoice({ ...actOf(sending), body: { came, mode, telephone: textOf(typed("telephone")) } });
  },
};

/** Writes down a claimant's answer to an offer. */
const offerAnswer: ActForm = {
  Fields: ({ file: { offers }, problem }) => (
    <>
      <Came problem={problem} />
      <Choice
        name="offerId"
        legend={claimantActWords.offer}
        options={Object.fromEntries(
          offers
            .filter(({ accepted }) => accepted === undefined)
            .map(({ offerId, m3, after }) => [offerId, fieldWords.offerName(cubicMetres(m3), soles(after))]),
        )}
        problem={problem}
      />
      <Choice name="accepted" legend={claimantActWords.accepted} options={acceptedNames} problem={problem} />
    </>
  ),
  send: async (sending) => {
    const { typed } = sending;
    const { params, key } = actOf(sending);
    const came = chosenOf(intakeChannelNames, typed("came"));
    const accepted = chosenOf(acceptedNames, typed("accepted"));
    const offerId = typed("offerId");
    if (!came) return notCame();
    if (!offerId) return fieldProblem("offerId", fieldWords.choose);
    if (!accepted) return fieldProblem("accepted", fieldWords.choose);
    const body = { came, accepted: accepted === "yes" };
    return api.takeOfferAnswer({ params: { ...params, offerId }, key, body });
  },
};

/** What may be withdrawn: asked of a claim, said of a recourse. */
function Withdrawn({ file: { state }, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  const what = withdrawableIn(state);
  return what === "claim" ? (
    <Choice name="of" legend={claimantActWords.of} options={withdrawalNames} problem={problem} />
  ) : (
    <p>{claimantActWords.withdrawn[what]}</p>
  );
}

/** What is withdrawn: of a recourse there is nothing to choose. */
function withdrawalIn({ state }: CaseFile, typed: Typed) {
  const of = withdrawableIn(state) === "claim" ? chosenOf(withdrawalNames, typed("of")) : "procedure";
  return of && { of, reason: typed("reason") };
}

/** Files a withdrawal that its claimant confirms. */
const withdrawalRequest: ActForm = {
  Fields: ({ file, problem }) => {
    const [came, setCame] = useState("");
    return (
      <>
        <CameOrFiled problem={problem} onChoose={setCame} />
        <Withdrawn file={file} problem={problem} />
        <LongText name="reason" label={claimantActWords.reason} max={500} problem={problem} />
        <Confirming
          file={file}
          how={came}
          problem={problem}
          whatIn={(typed) => {
            const said = withdrawalIn(file, typed);
            return said && { act: "withdrawal", ...said };
          }}
        />
      </>
    );
  },
  send: async (sending) => {
    const { file, typed } = sending;
    const came = chosenOf(cameOrFiledNames, typed("came"));
    const said = withdrawalIn(file, typed);
    if (!came) return notCame();
    if (!said) return fieldProblem("of", fieldWords.choose);
    const confirmation = confirmationIn(typed);
    if ("ok" in confirmation) return confirmation;
    return api.takeWithdrawal({ ...actOf(sending), body: { ...said, came, confirmation } });
  },
};

/** Whether they have the decision, where its delivery is not recorded. */
function knownIn(typed: Typed): { readonly knowsDecision?: true } {
  return typed("knowsDecision") === "yes" ? { knowsDecision: true } : {};
}

/** Files a recourse that its claimant confirms, with what they bring. */
function recourse(kind: "reconsideration" | "appeal"): ActForm {
  return {
    Fields: ({ file, problem, onAttachments }) => {
      const evidence = useRef<string[]>([]);
      const [came, setCame] = useState("");
      return (
        <>
          <CameOrFiled problem={problem} onChoose={setCame} />
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
            how={came}
            problem={problem}
            whatIn={(typed) => ({
              act: "recourse",
              kind,
              grounds: typed("grounds"),
              uploadIds: evidence.current,
              ...knownIn(typed),
            })}
          />
        </>
      );
    },
    send: async (sending) => {
      const { typed, uploadIds } = sending;
      const came = chosenOf(cameOrFiledNames, typed("came"));
      if (!came) return notCame();
      const confirmation = confirmationIn(typed);
      if ("ok" in confirmation) return confirmation;
      const body = { kind, grounds: typed("grounds"), uploadIds, ...knownIn(typed), came, confirmation };
      return api.takeRecourse({ ...actOf(sending), body });
    },
  };
}

/** Files a queja, in the words of who complains. */
const queja: ActForm = {
  Fields: ({ problem, onAttachments }) => (
    <>
      <Handed problem={problem} />
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
    const came = chosenOf(cameOrFiledNames, typed("came"));
    const ground = chosenOf(quejaGroundNames, typed("ground"));
    if (!came) return notCame();
    if (!ground) return fieldProblem("ground", fieldWords.choose);
    const body = { came, ...handedIn(came, typed), ground, duty: typed("duty"), facts: typed("facts"), uploadIds };
    return api.takeQueja({ ...actOf(sending), body });
  },
};

/** What a claimant does who telephones or comes, by its name in the address. */
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
