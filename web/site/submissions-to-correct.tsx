import { useAnswer } from "../look/asking.ts";
import { claimsWords } from "../words/claims.ts";
import { dateWithWeekday } from "../words/format.ts";
import { sentence } from "../words/sentence.ts";
import { api } from "./api.ts";
import { addressOf } from "./page.tsx";

/** The documents that the person presented last and must correct, or send again; nothing if there is none. */
export function SubmissionsToCorrect() {
  const { answer } = useAnswer(() => api.listSubmissions({ query: {} }), "");
  const waiting = answer?.ok
    ? answer.value.submissions.filter(({ state, copyAsked }) => state === "observed" || copyAsked)
    : [];
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
