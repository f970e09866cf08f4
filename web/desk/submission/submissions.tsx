import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiToday } from "../../api-clock.ts";
import type { ClientProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { Light, Lit } from "../../look/light.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { dateWithWeekday, dayInLima } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { useOpenedList } from "../work/work-keys.tsx";
import { submissionKindNames, submissionsWords } from "./submissions.words.ts";
import { ToAnswer } from "./to-answer.tsx";

type Submission = AnswerOf<Routes["listDeskSubmissions"]>["submissions"][number];
type List = keyof typeof submissionsWords.lists;

/**
 * Renders one list of the document desk's submissions, page by page: to check, to notify, observed, to answer, or over.
 * `?lista=` chooses the list; without a known value it is the list to check. Above it stand links to all lists with
 * their counts, and what else waits for the clerk; below it, the outages with their certificates. Without a session,
 * asks to sign in.
 */
export function SubmissionsPage() {
  const { query } = useRoute();
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
        <AlsoWaits />
        <Submissions key={list} list={list} />
        <Loaded load={() => import("../problem/outages.tsx")} about="outages">
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

interface RowProps {
  readonly list: List;
  readonly submission: Submission;
}

/** A submission with how its term stands: its light and last day, or for how many working days it waits for a look. */
function Row({ list, submission }: RowProps) {
  const { submissionId, number, kind, subject, presenter, filedOn, area, recourseBy, days, daysLeft, waitedDays } =
    submission;
  const cameOn = dayInLima(Date.parse(submission.presentedAt));
  const due = list === "over" ? submission.answerBy : submission.dueOn;
  const isWaiting = list === "to-check" || list === "to-notify";
  const { columns } = submissionsWords;
  return (
    <tr>
      <th scope="row">
        <a href={addressOf("submission", { submissionId })}>{number}</a>
      </th>
      <td>
        {days && list !== "over" && <DaysLight days={days} />}
        {due !== undefined && list !== "over" && <Light daysLeft={daysLeft} />}
        {isWaiting && (
          <Lit urgency={submissionsWords.waitUrgency(waitedDays)}>
            {submissionsWords.waits(waitedDays, cameOn < apiToday() ? cameOn : undefined)}
          </Lit>
        )}
      </td>
      <td>
        {submissionKindNames[kind]}
        {recourseBy !== undefined && (
          <>
            . <b>{submissionsWords.possibleRecourse}</b>
          </>
        )}
      </td>
      <td>{subject}</td>
      <td>{presenter}</td>
      <td data-name={columns.filed}>{dateWithWeekday(filedOn)}</td>
      <td data-name={columns.due}>
        {due && dateWithWeekday(due)}
        {days && list !== "over" && (
          <>
            {dayWords(days)} <Meta days={days} />
          </>
        )}
      </td>
      <td data-name={columns.area}>{area}</td>
    </tr>
  );
}

/** The work lists of who attends the document desk. */
const deskQueues = ["elevation", "notification"] as const;

/**
 * The claims that wait for the clerk too: appeals to elevate, decisions to notify, and what of them is past its day.
 */
function AlsoWaits() {
  const { answer } = useAnswer(() => api.countWork(), "waits");
  const counts = answer?.ok ? answer.value.queues : [];
  return (
    <ul>
      {deskQueues.map((queue) => {
        const { total = 0, overdue = 0 } = counts.find((one) => one.queue === queue) ?? {};
        if (total === 0) return null;
        return (
          <li key={queue}>
            <a href={`${addressOf("work")}?de=todos&cola=${queue}`}>{submissionsWords.alsoWaits[queue](total)}</a>{" "}
            {overdue > 0 && (
              <span class="light overdue">
                <span aria-hidden="true">■</span> {submissionsWords.pastDay(overdue)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
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
  const shown = useOpenedList(
    `${addressOf("submissions")}?lista=${list}`,
    submissions?.flatMap(({ claim }) => claim ?? []),
  );
  if (problem && !submissions) return <DeskProblem problem={problem} again={() => more()} />;
  if (!submissions) return <Loading />;
  const { columns } = submissionsWords;
  return (
    <section ref={shown} class="stacked">
      {submissions.length === 0 ? (
        <p>
          {submissionsWords.empty} {submissionsWords.emptyText[list]}
        </p>
      ) : (
        <ScrollTable caption={submissionsWords.lists[list]} columns={Object.values(columns)}>
          {submissions.map((submission) => (
            <Row key={submission.submissionId} list={list} submission={submission} />
          ))}
        </ScrollTable>
      )}
      {problem && <DeskProblem problem={problem} again={() => more(cursor)} />}
      {cursor !== undefined && (
        <button type="button" class="button plain" onClick={() => more(cursor)}>
          {submissionsWords.more}
        </button>
      )}
    </section>
  );
}
