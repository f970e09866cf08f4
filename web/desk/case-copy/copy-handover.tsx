import { useState } from "preact/hooks";
import { useSending } from "../../look/asking.ts";
import { TextField } from "../../look/field.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { Notice, ProblemNotice } from "../../look/notice.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { api, signInAgain } from "../api.ts";
import { handoverWords } from "./copy-handover.words.ts";

interface CopyHandoverProps {
  readonly claimId: string;
  /** The version of the case on which the handing over is recorded. */
  readonly version: number;
  readonly copyId: string;
  /** Reads the copies again, once it is recorded. */
  readonly again: () => void;
}

/**
 * Renders the form that records to whom and when a copy of the case file was handed over. Once the API has recorded the
 * handing over, says so, empties the form and calls `again`. A refusal is shown.
 */
export function CopyHandover({ claimId, version, copyId, again }: CopyHandoverProps) {
  const [saved, setSaved] = useState(false);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const document = typed("document").trim();
      const receiver = { name: typed("name"), relation: typed("relation"), ...(document && { document }) };
      const body = { handedAt: typedInstant(typed("handedAt")), receiver };
      return api.handOverCopy({ params: { claimId, copyId }, version, key: writeKeyOf(typed), body });
    },
    (_, form) => {
      form.reset();
      setSaved(true);
      again();
    },
  );
  return (
    <>
      <h4>{handoverWords.title}</h4>
      {saved && (
        <Notice tone="good">
          <p>{handoverWords.saved}</p>
        </Notice>
      )}
      <form onSubmit={onSubmit} noValidate key={version}>
        {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} signIn={signInAgain} />}
        <WriteKey />
        <TextField name="name" label={handoverWords.name} initial="" problem={problem} />
        <TextField name="document" label={handoverWords.document} size="short" initial="" problem={problem} />
        <TextField
          name="relation"
          label={handoverWords.relation}
          hint={handoverWords.relationHint}
          initial=""
          problem={problem}
        />
        <InstantField name="handedAt" label={handoverWords.handedAt} problem={problem} />
        <button type="submit" class="button plain" disabled={busy}>
          {handoverWords.save}
        </button>
      </form>
    </>
  );
}
