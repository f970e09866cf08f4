import { ProblemNotice } from "../look/notice.tsx";
import { usePages } from "../look/page-list.ts";
import { cargoWords, filingStateName } from "../words/filing.ts";
import { instant } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf } from "./page.tsx";
import { signInHere, Waiting } from "./signed-in.tsx";

/** What the customer presented, the last first. */
export function MyFilings() {
  const {
    answer,
    again,
    items: filings,
    problem,
    more,
  } = usePages(
    (cursor) => api.listFilings({ query: { cursor } }),
    (page) => page.filings,
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return (
    <section>
      <h2>{cargoWords.mine}</h2>
      {filings.length === 0 && <p>{cargoWords.none}</p>}
      <ul class="doors">
        {filings.map((filing) => (
          <li key={filing.filingId}>
            <h3>
              <a href={addressOf("filing", { filingId: filing.filingId })}>{filing.subject}</a>
            </h3>
            <p>
              {filing.number}. {filingStateName(filing)}. {instant(filing.presentedAt)}
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
