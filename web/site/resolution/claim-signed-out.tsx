import type { ClientProblem } from "../../client.ts";
import { exitWords } from "../claim/claim-exits.words.ts";
import type { Answers } from "../filing/answers.ts";
import { keepAnswers } from "../filing/draft.ts";
import { SignInAgain } from "../signed-in.tsx";

interface ClaimSignedOutProps {
  readonly draftId: string;
  /** Whether the draft is an account's. */
  readonly isAccounts: boolean;
  readonly problem: ClientProblem | undefined;
  /** Called with the answers of a draft that goes on without the account. */
  readonly onLeave: (answers: Answers) => void;
}

/**
 * Renders the ways on once the session is over: a sign-in button and, for a draft of an account, a button that goes on
 * without the account. The latter makes the draft one of this phone alone and drops its files, which were the account's
 * and must be sent anew.
 */
export function ClaimSignedOut({ draftId, isAccounts, problem, onLeave }: ClaimSignedOutProps) {
  return (
    <>
      <SignInAgain problem={problem} />
      {isAccounts && (
        <p>
          {exitWords.withoutAccountText}{" "}
          <button type="button" class="link" onClick={() => onLeave(withoutAccount(draftId))}>
            {exitWords.withoutAccount}
          </button>
        </p>
      )}
    </>
  );
}

/**
 * Makes a draft of an account one of this phone alone, and returns its answers. Its files are sent anew: they were the
 * account's.
 */
function withoutAccount(draftId: string): Answers {
  return keepAnswers(draftId, { linkId: "", attachments: [] });
}
