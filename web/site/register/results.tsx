import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useAnswer } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading, ProblemNotice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { sitePages } from "../../paths.ts";
import { monthAndYear, wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { resultsWords as words } from "./results.words.ts";

type Results = AnswerOf<Routes["showResults"]>;

/**
 * Renders the numbers that the office publishes of a month that is over: the last such month, or the one in the address
 * (`?mes=YYYY-MM`). Links to the months beside it. Needs no sign-in.
 */
export function ResultsPage() {
  const { mes: month } = usePlace().query;
  const { answer, again } = useAnswer(
    () => api.showResults({ query: { ...(month !== undefined && { month }) } }),
    month ?? "",
  );
  return (
    <>
      <Heading>{sitePages.results.title}</Heading>
      <p>
        {words.lede} {words.privacy}
      </p>
      {!answer && <Loading />}
      {answer && !answer.ok && <ProblemNotice problem={answer.problem} again={again} />}
      {answer && !answer.ok && month !== undefined && (
        <p>
          <a href={addressOf("results")}>{words.newest}</a>
        </p>
      )}
      {answer?.ok && <Month results={answer.value} />}
      <h2>{words.what}</h2>
      <ul>
        {words.counts.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

/** Returns the month (`YYYY-MM`) that comes `by` months after `month`; before, if `by` is negative. */
const monthAfter = (month: string, by: number): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

const few = (count: number | null): string => (count === null ? words.few : wholeNumber(count));

function Month({ results }: { readonly results: Results }) {
  const { month, last, attended, resolved, inTerm, silences, byType } = results;
  const isShared = inTerm !== null && resolved !== null;
  const rows = [
    [words.attended, few(attended)],
    [words.resolved, few(resolved)],
    ...(resolved === 0
      ? []
      : [
          [
            words.inTerm(isShared ? words.share(inTerm, resolved) : ""),
            inTerm === null ? words.hidden : wholeNumber(inTerm),
          ] as const,
        ]),
    [words.silences, few(silences)],
  ] as const;
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <>
      <h2>{monthAndYear(month)}</h2>
      <ScrollTable caption={monthAndYear(month)} columns={Object.values(words.csvRows)}>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count}</td>
          </tr>
        ))}
      </ScrollTable>
      {byType.length === 0 && <p>{words.nothing(month)}</p>}
      {[before, ...(after <= last ? [after] : [])].map((one) => (
        <p key={one}>
          <a href={`${addressOf("results")}?mes=${one}`}>{words.before(one)}</a>
        </p>
      ))}
      <Loaded load={() => import("./results-by-type.tsx")} about="by-type">
        {({ ResultsByType }) => (
          <ResultsByType
            byType={byType}
            fileName={`resultados_${month}.csv`}
            above={[Object.values(words.csvRows), ...rows]}
          />
        )}
      </Loaded>
    </>
  );
}
