import { ProblemNotice } from "../../look/notice.tsx";
import { usePages } from "../../look/page-list.ts";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf } from "../page.tsx";
import { signInHere, Waiting } from "../signed-in.tsx";
import { cargoWords, submissionStateName } from "./submission.words.ts";

/** Lists the submissions of the account, the last first, with a button that loads more. Says so if there is none. */
export function MySubmissions() {
  const {
    answer,
    again,
    items: submissions,
    problem,
    more,
  } = usePages(
    (cursor) => api.listSubmissions({ query: { cursor } }),
    (page) => page.submissions,
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return (
    <section>
      <h2>{cargoWords.mine}</h2>
      {submissions.length === 0 && <p>{cargoWords.none}</p>}
      <ul class="doors">
        {submissions.map((submission) => (
          <li key={submission.submissionId}>
            <h3>
              <a href={addressOf("submission", { submissionId: submission.submissionId })}>{submission.subject}</a>
            </h3>
            <p>
              {submission.number}. {submissionStateName(submission)}. {instant(submission.presentedAt)}
            </p>
          </li>
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      {more && (
        <button type="button" class="button plain" onClick={more}>
          {cargoWords.more}
        </button>
      )}
    </section>
  );
}
