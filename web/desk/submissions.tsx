import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { Loading } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { submissionKindNames, submissionsWords } from "../words/desk-submissions.ts";
import { dateWithWeekday } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "./page.tsx";
import { ToAnswer } from "./to-answer.tsx";
import { chosenOf } from "./typed.ts";

type Submission = AnswerOf<Routes["listDeskSubmissions"]>["submissions"][number];
type List = keyof typeof submissionsWords.lists;

/** The lists of the document desk's submissions, by `?lista=`: to check, to notify, observed, to answer, and over. */
export function SubmissionsPage() {
  const { query } = useLocation();
  const list = chosenOf(submissionsWords.lists, query["lista"] ?? "") ?? "to-check";
  return (
    <>
      <Heading>{deskPages.submissions.title}</Heading>
      <StaffOnly>
        <p>
          <a class="button plain" href={addressOf("newSubmission")}>
            {submissionsWords.register}
          </a>
        </p>
        <Lists chosen={list} />
        <Submissions key={list} list={list} />
        <Loaded load={() => import("./outages.tsx")} about="outages">
          {({ Outages }) => <Outages />}
        </Loaded>
      </StaffOnly>
    </>
  );
}

/** The lists as tabs with their counts, and how many files wait and submissions are due. */
function Lists({ chosen }: { readonly chosen: List }) {
  const { answer } = useAnswer(() => api.countDeskSubmissions(), chosen);
  const counts = answer?.ok ? answer.value.lists : [];
  const attachments = answer?.ok ? answer.value.attachments : 0;
  const nameOf = (list: List) => {
    const counted = counts.find((each) => each.list === list);
    return counted
      ? submissionsWords.counted(submissionsWords.lists[list], counted.count)
      : submissionsWords.lists[list];
  };
  const lists: readonly List[] = ["to-check", "to-notify", "observed", "to-answer", "over"];
  return (
    <>
      <nav aria-label={submissionsWords.listsName}>
        <ul class="tabs">
          {lists.map((list) => (
            <li key={list}>
              <a href={`${addressOf("submissions")}?lista=${list}`} aria-current={list === chosen ? "page" : undefined}>
                {nameOf(list)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {attachments > 0 && (
        <p>
          <a href={addressOf("waitingAttachments")}>
            {submissionsWords.counted(submissionsWords.waiting, attachments)}
          </a>
        </p>
      )}
      {answer?.ok && <ToAnswer counts={answer.value.toAnswer} />}
    </>
  );
}

function Submissions({ list }: { readonly list: List }) {
  const [submissions, setSubmissions] = useState<readonly Submission[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listDeskSubmissions({ query: { list, ...(from !== undefined && { cursor: from }) } });
    if (!page.ok) return setProblem(page.problem);
    setSubmissions((before = []) => [...before, ...page.value.submissions]);
    setCursor(page.value.cursor);
  };
  useEffect(() => {
    more();
  }, []);
  if (problem && !submissions) return <DeskProblem problem={problem} again={() => more()} />;
  if (!submissions) return <Loading />;
  const { columns } = submissionsWords;
  return (
    <>
      {submissions.length === 0 ? (
        <p>
          {submissionsWords.empty} {submissionsWords.emptyText[list]}
        </p>
      ) : (
        <ScrollTable caption={submissionsWords.lists[list]} columns={Object.values(columns)}>
          {submissions.map(({ submissionId, number, kind, subject, presenter, filedOn, answerBy, remedyBy, area }) => {
            const due = list === "observed" ? remedyBy : answerBy;
            return (
              <tr key={submissionId}>
                <th scope="row">
                  <a href={addressOf("submission", { submissionId })}>{number}</a>
                </th>
                <td>{submissionKindNames[kind]}</td>
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
          {submissionsWords.more}
        </button>
      )}
    </>
  );
}
