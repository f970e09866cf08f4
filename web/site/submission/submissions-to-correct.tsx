import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { dateWithWeekday } from "../../words/format.ts";
import { sentence } from "../../words/sentence.ts";
import { claimsWords } from "../claim/claims.words.ts";
import { addressOf } from "../page.tsx";

interface SubmissionsToCorrectProps {
  /** What the person presented last. */
  readonly submissions: AnswerOf<Routes["listSubmissions"]>["submissions"];
}

/**
 * Lists those of `submissions` that must be corrected, each with its last day if it has one, or of which a file must be
 * sent again. Renders nothing if there is none.
 */
export function SubmissionsToCorrect({ submissions }: SubmissionsToCorrectProps) {
  const waiting = submissions.filter(({ state, copyAsked }) => state === "observed" || copyAsked);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{claimsWords.toCorrect}</h2>
      <ul class="doors">
        {waiting.map(({ submissionId, subject, number, state, remedyBy }) => (
          <li key={submissionId}>
            <h3>
              <a href={addressOf("submission", { submissionId })}>{subject}</a>
            </h3>
            <p>
              {number}.{" "}
              <b>
                {state !== "observed"
                  ? claimsWords.sendAgain
                  : remedyBy
                    ? sentence(claimsWords.correctBy(dateWithWeekday(remedyBy)))
                    : claimsWords.correct}
              </b>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
