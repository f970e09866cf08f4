import { useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { ProblemNotice } from "../look/notice.tsx";
import { cargoWords, type Filing, filingStateName } from "../words/filing.ts";
import { instant } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf } from "./page.tsx";
import { signInHere, Waiting } from "./signed-in.tsx";

/** What the customer presented, the last first. */
export function MyFilings() {
  const { answer, again } = useAnswer(() => api.listFilings({ query: {} }), "");
  const [older, setOlder] = useState<readonly Filing[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const filings = [...answer.value.filings, ...older];
  const next = older.length > 0 ? cursor : answer.value.cursor;
  const more = async () => {
    const page = await api.listFilings({ query: { cursor: next } });
    setProblem(page.ok ? undefined : page.problem);
    if (!page.ok) return;
    setOlder([...older, ...page.value.filings]);
    setCursor(page.value.cursor);
  };
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
      {next !== undefined && (
        <button type="button" class="button plain" onClick={more}>
          {cargoWords.more}
        </button>
      )}
    </section>
  );
}
