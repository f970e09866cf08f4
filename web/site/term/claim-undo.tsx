import { writeKeyOf } from "../../look/write-key.tsx";
import { actWords } from "../../words/claim.ts";
import { api } from "../api.ts";
import { ActForm, type ActProps } from "../claim/act-form.tsx";
import { Heading } from "../page.tsx";
import { undoWords } from "./claim-undo.words.ts";

/**
 * Renders the button that undoes a request, made by telephone, to withdraw the claim, with the last day to do so if
 * there is one. The claim then goes on.
 */
export function UndoWithdrawal({ claim: { claimId, withdrawalUndoUntil }, onDone }: ActProps) {
  return (
    <>
      <Heading arrived>{actWords["withdrawal-undone"].label}</Heading>
      {withdrawalUndoUntil && <p>{undoWords.until(withdrawalUndoUntil)}</p>}
      <ActForm
        name={`undo.${claimId}`}
        action={undoWords.send}
        check={() => undefined}
        send={(typed) => api.undoWithdrawal({ params: { claimId }, body: {}, key: writeKeyOf(typed) })}
        onDone={onDone}
      >
        {() => null}
      </ActForm>
    </>
  );
}
