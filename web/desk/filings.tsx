import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { Loading } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { deskPages } from "../paths.ts";
import { filingKindNames, filingsWords } from "../words/desk-filings.ts";
import { dateWithWeekday } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "./page.tsx";

type Filing = AnswerOf<Routes["listDeskFilings"]>["filings"][number];

/** What came to the document desk and nobody has checked, the oldest first. */
export function FilingsPage() {
  return (
    <>
      <Heading>{deskPages.filings.title}</Heading>
      <StaffOnly>
        <Filings />
      </StaffOnly>
    </>
  );
}

function Filings() {
  const [filings, setFilings] = useState<readonly Filing[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listDeskFilings({ query: from === undefined ? {} : { cursor: from } });
    if (!page.ok) return setProblem(page.problem);
    setFilings((before = []) => [...before, ...page.value.filings]);
    setCursor(page.value.cursor);
  };
  useEffect(() => {
    more();
  }, []);
  if (problem && !filings) return <DeskProblem problem={problem} again={() => more()} />;
  if (!filings) return <Loading />;
  const { columns } = filingsWords;
  return (
    <>
      {filings.length === 0 ? (
        <p>
          {filingsWords.empty} {filingsWords.emptyText}
        </p>
      ) : (
        <ScrollTable caption={filingsWords.count} columns={Object.values(columns)}>
          {filings.map(({ filingId, number, kind, subject, presenter, filedOn, answerBy }) => (
            <tr key={filingId}>
              <th scope="row">
                <a href={addressOf("filing", { filingId })}>{number}</a>
              </th>
              <td>{filingKindNames[kind]}</td>
              <td>{subject}</td>
              <td>{presenter}</td>
              <td>{dateWithWeekday(filedOn)}</td>
              <td>{answerBy && dateWithWeekday(answerBy)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {problem && <DeskProblem problem={problem} again={() => more(cursor)} />}
      {cursor !== undefined && (
        <button type="button" class="button plain" onClick={() => more(cursor)}>
          {filingsWords.more}
        </button>
      )}
    </>
  );
}
