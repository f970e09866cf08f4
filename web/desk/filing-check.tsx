import { useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { filingKindNames, filingWords } from "../words/desk-filings.ts";
import { api } from "./api.ts";
import type { FilingActProps } from "./filing.tsx";
import { SignInAgain } from "./page.tsx";
import { chosenOf, fieldProblem, textOf } from "./typed.ts";

/** What a document may turn out to be when it is looked at. */
const kinds = {
  document: filingKindNames.document,
  observation: filingKindNames.observation,
  "data-access": filingKindNames["data-access"],
  "data-rectification": filingKindNames["data-rectification"],
  "data-cancellation": filingKindNames["data-cancellation"],
  "data-opposition": filingKindNames["data-opposition"],
} as const;

/** The clerk's check: received as what it is, observed, or returned. */
export function FilingCheck({
  filing: { filingId, claim, kind },
  onDone,
  again,
}: FilingActProps & { readonly again: () => void }) {
  const kept = useKeptForm(sessionStorage, `caudal.filing.${filingId}`);
  const own = chosenOf(kinds, kind);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const outcome = chosenOf(filingWords.outcomes, typed("outcome"));
      if (!outcome) return fieldProblem("outcome", filingWords.choose);
      const as = chosenOf(kinds, typed("kind"));
      const body = {
        outcome,
        remark: textOf(typed("remark")),
        claimCode: textOf(typed("claimCode")),
        ...(as && { kind: as }),
      };
      const checked = await api.receiveFiling({ params: { filingId }, body, key: writeKeyOf(typed) });
      if (!checked.ok && checked.problem.kind === "urn:caudal:already-checked") again();
      return checked;
    },
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{filingWords.check}</h2>
      <p>{filingWords.consequence}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="outcome" legend={filingWords.outcome} options={filingWords.outcomes} problem={problem} />
        {own && (
          <Choice
            name="kind"
            legend={filingWords.kind}
            hint={filingWords.kindHint}
            options={kinds}
            chosen={own}
            problem={problem}
          />
        )}
        <LongText name="remark" label={filingWords.remark} hint={filingWords.remarkHint} max={500} problem={problem} />
        <TextField
          name="claimCode"
          label={filingWords.claimCode}
          hint={filingWords.claimCodeHint}
          size="short"
          problem={problem}
          {...(claim && { initial: claim.code })}
        />
        <Submit busy={busy}>{filingWords.send}</Submit>
      </form>
    </section>
  );
}
