import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { Loaded } from "../look/loaded.tsx";
import { Loading } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { filingKindNames, filingsWords } from "../words/desk-filings.ts";
import { dateWithWeekday } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "./page.tsx";
import { ToAnswer } from "./to-answer.tsx";
import { chosenOf } from "./typed.ts";

type Filing = AnswerOf<Routes["listDeskFilings"]>["filings"][number];
type List = keyof typeof filingsWords.lists;

/** What came to the document desk: to be checked, to be mended by its person, to be answered. */
export function FilingsPage() {
  const { query } = useLocation();
  const list = chosenOf(filingsWords.lists, query["lista"] ?? "") ?? "to-check";
  return (
    <>
      <Heading>{deskPages.filings.title}</Heading>
      <StaffOnly>
        <p>
          <a class="button plain" href={addressOf("newFiling")}>
            {filingsWords.register}
          </a>
        </p>
        <Lists chosen={list} />
        <Filings key={list} list={list} />
        <Loaded load={() => import("./outages.tsx")} about="outages">
          {({ Outages }) => <Outages />}
        </Loaded>
      </StaffOnly>
    </>
  );
}

/** The lists with how much waits in each. */
function Lists({ chosen }: { readonly chosen: List }) {
  const { answer } = useAnswer(() => api.countDeskFilings(), chosen);
  const counts = answer?.ok ? answer.value.lists : [];
  const papers = answer?.ok ? answer.value.papers : 0;
  const nameOf = (list: List) => {
    const counted = counts.find((each) => each.list === list);
    return counted ? filingsWords.counted(filingsWords.lists[list], counted.count) : filingsWords.lists[list];
  };
  const lists: readonly List[] = ["to-check", "to-tell", "observed", "to-answer", "over"];
  return (
    <>
      <nav aria-label={filingsWords.listsName}>
        <ul class="tabs">
          {lists.map((list) => (
            <li key={list}>
              <a href={`${addressOf("filings")}?lista=${list}`} aria-current={list === chosen ? "page" : undefined}>
                {nameOf(list)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {papers > 0 && (
        <p>
          <a href={addressOf("waitingPapers")}>{filingsWords.counted(filingsWords.waiting, papers)}</a>
        </p>
      )}
      {answer?.ok && <ToAnswer counts={answer.value.toAnswer} />}
    </>
  );
}

function Filings({ list }: { readonly list: List }) {
  const [filings, setFilings] = useState<readonly Filing[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listDeskFilings({ query: { list, ...(from !== undefined && { cursor: from }) } });
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
          {filingsWords.empty} {filingsWords.emptyText[list]}
        </p>
      ) : (
        <ScrollTable caption={filingsWords.lists[list]} columns={Object.values(columns)}>
          {filings.map(({ filingId, number, kind, subject, presenter, filedOn, answerBy, remedyBy, area }) => {
            const due = list === "observed" ? remedyBy : answerBy;
            return (
              <tr key={filingId}>
                <th scope="row">
                  <a href={addressOf("filing", { filingId })}>{number}</a>
                </th>
                <td>{filingKindNames[kind]}</td>
                <td>{subject}</td>
                <td>{presenter}</td>
                <td>{dateWithWeekday(filedOn)}</td>
                <td>{due && dateWithWeekday(due)}</td>
                <td>{area}</td>
              </tr>
            );
          })}
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
