import { useState } from "preact/hooks";
import type { LanguageChoice } from "../../../shared/domain/notice/language.ts";
import { formProblem, transportProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary } from "../../look/field.tsx";
import { LanguageFields, languageMissing, languageTyped } from "../../look/language-fields.tsx";
import { languageWords } from "../../words/languages.ts";
import { api } from "../api.ts";
import { SignInAgain } from "../signed-in.tsx";

interface ClaimLanguageProps {
  readonly claimId: string;
  /** What the claimant chose before. */
  readonly choice: LanguageChoice | undefined;
}

/**
 * Says in which language the claimant chose to be attended at the visit and the hearing; says nothing without a choice,
 * or for Spanish unless it was chosen just now. A folded form changes the choice or asks for an interpreter, and
 * records that in the claim. Another language without its name is not sent.
 */
export function ClaimLanguage({ claimId, choice }: ClaimLanguageProps) {
  const [known, setKnown] = useState(choice);
  const [saved, setSaved] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const wrong = formProblem(languageMissing(typed));
      const body = languageTyped(typed);
      if (wrong || !body) return wrong ? { ok: false, problem: wrong } : transportProblem("refused");
      return api.chooseLanguage({ params: { claimId }, body, key });
    },
    ({ languageChoice }) => {
      setKey(crypto.randomUUID());
      setKnown(languageChoice);
      setSaved(true);
    },
  );
  const isNoted = known !== undefined && (known.language !== "es" || saved);
  return (
    <>
      <p role="status">
        {saved && `${languageWords.saved} `}
        {isNoted && languageWords.noted(known)}
      </p>
      <details open={problem !== undefined || undefined}>
        <summary>{languageWords.change}</summary>
        <form method="dialog" noValidate onSubmit={onSubmit}>
          <ErrorSummary problem={problem} />
          <SignInAgain problem={problem} />
          <LanguageFields known={known} problem={problem} />
          <button type="submit" class="button plain" aria-busy={busy || undefined}>
            {languageWords.save}
          </button>
        </form>
      </details>
    </>
  );
}
