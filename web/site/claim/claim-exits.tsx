import { useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { saveDraft } from "../filing/draft.ts";
import { EraseDraft } from "../filing/erase-draft.tsx";
import { addressOf } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { exitWords } from "./claim-exits.words.ts";

interface ExitsProps {
  readonly draftId: string;
  /** Whether the draft is an account's, and not of this phone alone. */
  readonly isAccounts: boolean;
}

/**
 * Renders the ways to leave a step of a draft: save it and go to the list of drafts, go on by telephone or, if it is
 * not an account's, erase it after a confirmation. If saving fails, shows why and stays.
 */
export function ClaimExits({ draftId, isAccounts }: ExitsProps) {
  const { route } = usePlace();
  const [problem, setProblem] = useState<ClientProblem>();
  const [asked, setAsked] = useState(false);
  const toDrafts = () => route(addressOf(isAccounts ? "claims" : "claimStart"));
  const leave = async () => {
    const saved = await saveDraft(draftId);
    if (saved.ok) toDrafts();
    else setProblem(saved.problem);
  };
  return (
    <>
      <div class="buttons">
        <button type="button" class="button plain" onClick={leave}>
          {exitWords.leave}
        </button>
        <a href="?telefono">{exitWords.byTelephone}</a>
        {!isAccounts && (
          <button type="button" class="link" onClick={() => setAsked(true)}>
            {exitWords.erase}
          </button>
        )}
      </div>
      {problem && (
        <p role="alert">
          {problem.title}. {problem.detail}
        </p>
      )}
      {!isAccounts && <p class="note">{exitWords.kept}</p>}
      {asked && (
        <EraseDraft
          draftId={draftId}
          onAnswer={(erased) => {
            setAsked(false);
            if (erased) toDrafts();
          }}
        />
      )}
    </>
  );
}
