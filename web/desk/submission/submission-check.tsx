import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { LongText } from "../../look/long-text.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { held } from "../held-acts.tsx";
import { SignInAgain } from "../page.tsx";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";
import type { SubmissionActProps } from "./desk-submission.ts";
import { submissionKindNames, submissionWords } from "./submissions.words.ts";

/** The kinds that the clerk may correct a submission to. */
const kinds = {
  document: submissionKindNames.document,
  observation: submissionKindNames.observation,
  "data-access": submissionKindNames["data-access"],
  "data-rectification": submissionKindNames["data-rectification"],
  "data-cancellation": submissionKindNames["data-cancellation"],
  "data-opposition": submissionKindNames["data-opposition"],
} as const;

/**
 * Renders the form of the clerk's check: receive, observe or return a submission, with a remark, the claim's code and,
 * for some kinds, the corrected kind. One spoken by telephone is proposed to be observed for its signature. Without an
 * outcome, says so and sends nothing. Calls `onDone` with the checked submission. For `already-checked`, shows the
 * refusal and calls `again`, which reads the submission anew.
 */
export function SubmissionCheck({
  submission: { submissionId, number, claim, kind, channel, attachments, entries },
  onDone,
  again,
}: SubmissionActProps & { readonly again: () => void }) {
  const kept = useKeptForm(sessionStorage, `caudal.check.${submissionId}`);
  const own = chosenOf(kinds, kind);
  // What was spoken keeps its day once it is signed: a clerk who forgot to ask would have received it unsigned.
  const lacksSignature =
    channel === "telephone" && attachments.length === 0 && !entries.some(({ type }) => type === "observed");
  const { problem, busy, onSubmit } = useSending(
    async (typed, form) => {
      const outcome = chosenOf(submissionWords.outcomes, typed("outcome"));
      if (!outcome) return fieldProblem("outcome", submissionWords.choose);
      const as = chosenOf(kinds, typed("kind"));
      const remark = textOf(typed("remark"));
      if (outcome !== "received" && remark === undefined) return fieldProblem("remark", submissionWords.remarkMissing);
      const body = {
        outcome,
        remark,
        claimCode: textOf(typed("claimCode")),
        ...(as && { kind: as }),
      };
      const checked = await held({ form, what: submissionWords.checking[outcome](number) }, () =>
        api.receiveSubmission({ params: { submissionId }, body, key: writeKeyOf(typed) }),
      );
      if (!checked.ok && checked.problem.kind === "urn:caudal:already-checked") again();
      return checked;
    },
    (value, form) => {
      kept.drop();
      if (form.isConnected) onDone(value);
    },
  );
  return (
    <section>
      <h2>{submissionWords.check}</h2>
      <p>{submissionWords.consequence}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="outcome"
          legend={submissionWords.outcome}
          options={submissionWords.outcomes}
          {...(lacksSignature && { chosen: "observed" })}
          problem={problem}
        />
        {own && (
          <Choice
            name="kind"
            legend={submissionWords.kind}
            hint={submissionWords.kindHint}
            options={kinds}
            chosen={own}
            problem={problem}
          />
        )}
        <LongText
          name="remark"
          label={submissionWords.remark}
          {...(lacksSignature && { initial: submissionWords.signatureMissing })}
          hint={submissionWords.remarkHint}
          max={500}
          problem={problem}
        />
        <TextField
          name="claimCode"
          label={submissionWords.claimCode}
          hint={submissionWords.claimCodeHint}
          size="short"
          problem={problem}
          {...(claim && { initial: claim.code })}
        />
        <Submit busy={busy}>{submissionWords.send}</Submit>
      </form>
    </section>
  );
}
