import { Choice, TextField } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { InstantField, typedInstant } from "../look/native-date.tsx";
import { Papers } from "../look/papers.tsx";
import { fieldWords, tribunalNames } from "../words/desk-act-fields.ts";
import { type ActForm, staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { chosenOf, fieldProblem, numberOf } from "./typed.ts";

/** Records that the tribunal received the file. */
export const elevation: ActForm = {
  Fields: ({ problem }) => (
    <>
      <InstantField name="receivedAt" label={fieldWords.receivedByTribunal} problem={problem} />
      <TextField name="reference" label={fieldWords.reference} hint={fieldWords.seenByUser} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) =>
    api.elevateFile({
      ...write,
      body: { receivedAt: typedInstant(typed("receivedAt")), reference: typed("reference") },
    }),
};

/** Records what the tribunal decided. */
export const tribunal: ActForm = {
  Fields: ({ problem, onPapers }) => (
    <>
      <Choice name="outcome" legend={fieldWords.tribunalOutcome} options={tribunalNames} problem={problem} />
      <TextField name="number" label={fieldWords.tribunalNumber} hint={fieldWords.seenByUser} problem={problem} />
      <InstantField name="receivedAt" label={fieldWords.receivedAt} problem={problem} />
      <LongText
        name="summary"
        label={fieldWords.tribunalSummary}
        hint={fieldWords.seenByUser}
        max={2000}
        problem={problem}
      />
      <TextField
        name="termDays"
        label={fieldWords.termDays}
        hint={fieldWords.termDaysHint}
        numeric
        size="tiny"
        problem={problem}
      />
      <Papers counter={staffCounter} max={10} problem={problem} onChange={onPapers} />
    </>
  ),
  send: async ({ write, typed, uploadIds }) => {
    const outcome = chosenOf(tribunalNames, typed("outcome"));
    if (!outcome) return fieldProblem("outcome", fieldWords.choose);
    return api.recordTribunal({
      ...write,
      body: {
        outcome,
        number: typed("number"),
        receivedAt: typedInstant(typed("receivedAt")),
        summary: typed("summary"),
        termDays: numberOf(typed("termDays")),
        uploadIds,
      },
    });
  },
};

/** Records that what was decided was done. */
export const execution: ActForm = {
  Fields: ({ problem }) => (
    <>
      <LongText
        name="summary"
        label={fieldWords.doneSummary}
        hint={fieldWords.seenByUser}
        max={1000}
        problem={problem}
      />
      <TextField name="reference" label={fieldWords.doneReference} hint={fieldWords.inside} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) =>
    api.executeDecision({ ...write, body: { summary: typed("summary"), reference: typed("reference") } }),
};

/** Accepts a withdrawal that was asked for. */
export const withdrawal: ActForm = {
  Fields: ({ problem }) => (
    <LongText name="reason" label={fieldWords.reason} hint={fieldWords.seenByUser} max={500} problem={problem} />
  ),
  send: async ({ write, typed }) => api.acceptWithdrawal({ ...write, body: { reason: typed("reason") } }),
};
