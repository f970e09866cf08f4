import { writeKeyOf } from "../look/write-key.tsx";
import { actWords } from "../words/claim.ts";
import { undoWords } from "../words/claim-undo.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";

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
