import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { fieldWords } from "../case/act-fields.words.ts";
import { type ActForm, staffCounter } from "../case/act-form.ts";
import { quejaOutcomeNames } from "../case/case.words.ts";
import { chosenOf, fieldProblem } from "../typed.ts";

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
