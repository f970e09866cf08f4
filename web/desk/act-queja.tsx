import { Choice, TextField } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { InstantField, typedInstant } from "../look/native-date.tsx";
import { fieldWords } from "../words/desk-act-fields.ts";
import { quejaOutcomeNames } from "../words/desk-case.ts";
import { type ActForm, staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { Attachments } from "./attachments.tsx";
import { chosenOf, fieldProblem } from "./typed.ts";

/** Records that a queja was forwarded to the body that decides it. */
export const forwarding: ActForm = {
  Fields: ({ problem }) => (
    <TextField name="reference" label={fieldWords.quejaReference} hint={fieldWords.seenByUser} problem={problem} />
  ),
  send: async ({ write, typed }) => api.forwardQueja({ ...write, body: { reference: typed("reference") } }),
};

/** Records the answer to a queja. */
export const answered: ActForm = {
  Fields: ({ problem, onAttachments }) => (
    <>
      <Choice name="outcome" legend={fieldWords.quejaOutcome} options={quejaOutcomeNames} problem={problem} />
      <InstantField name="receivedAt" label={fieldWords.receivedAt} problem={problem} />
      <LongText
        name="summary"
        label={fieldWords.quejaSummary}
        hint={fieldWords.seenByUser}
        max={2000}
        problem={problem}
      />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async ({ write, typed, uploadIds }) => {
    const outcome = chosenOf(quejaOutcomeNames, typed("outcome"));
    if (!outcome) return fieldProblem("outcome", fieldWords.choose);
    const receivedAt = typedInstant(typed("receivedAt"));
    return api.answerQueja({ ...write, body: { outcome, receivedAt, summary: typed("summary"), uploadIds } });
  },
};
