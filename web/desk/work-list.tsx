import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { Queue } from "../../shared/domain/work-list.ts";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { Light } from "../look/light.tsx";
import { Loading } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { appointmentsWords, claimStateNames, queueNames, workWords } from "../words/desk-claims.ts";
import { api } from "./api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "./page.tsx";
import { everyQueue, queuesFor, useOwnRoles } from "./roles.ts";
import { SearchBox } from "./search-box.tsx";

type Row = AnswerOf<Routes["listWork"]>["claims"][number];
type Count = AnswerOf<Routes["countWork"]>["queues"][number];

/** The work lists as tabs, and one of them, by `?cola=` or the caller's first, ordered by the day its terms end. */
export function WorkListPage() {
  return (
    <>
      <Heading>{deskPages.work.title}</Heading>
      <StaffOnly>
        <SearchBox />
        <WorkLists />
      </StaffOnly>
    </>
  );
}

const addressOfQueue = (queue: Queue): string => `${addressOf("work")}?cola=${queue}`;

function WorkLists() {
  const { query } = useLocation();
  const own = queuesFor(useOwnRoles());
  const others = everyQueue.filter((queue) => !own.includes(queue));
  const asked = query["cola"];
  const queue = everyQueue.find((each) => each === asked) ?? own[0] ?? "admission";
  const { answer: counts } = useAnswer(() => api.countWork(), queue);
  const countOf = (of: Queue) => (counts?.ok ? counts.value.queues.find((each) => each.queue === of) : undefined);
  const tabs = (queues: readonly Queue[]) => (
    <ul class="tabs">
      {queues.map((each) => (
        <Tab key={each} queue={each} count={countOf(each)} isHere={each === queue} />
      ))}
    </ul>
  );
  return (
    <>
      <nav aria-label={workWords.queues}>
        {tabs(own)}
        {others.length > 0 && (
          <details open={others.some((each) => each === queue)}>
            <summary>{workWords.others}</summary>
            {tabs(others)}
          </details>
        )}
        {counts?.ok && <p class="hint">{workWords.counted}</p>}
      </nav>
      <List key={queue} queue={queue} />
    </>
  );
}

interface TabProps {
  readonly queue: Queue;
  readonly count: Count | undefined;
  readonly isHere: boolean;
}

function Tab({ queue, count, isHere }: TabProps) {
  const urgent = count && workWords.urgent(count.overdue, count.soon);
  return (
    <li>
      <a href={addressOfQueue(queue)} aria-current={isHere ? "page" : undefined}>
        {queueNames[queue]} <b>{count && workWords.count(count.total)}</b>
        {urgent && <span class="hint">{urgent}</span>}
      </a>
    </li>
  );
}

function List({ queue }: { readonly queue: Queue }) {
  const [rows, setRows] = useState<readonly Row[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listWork({ query: { queue, ...(from !== undefined && { cursor: from }) } });
    if (!page.ok) return setProblem(page.problem);
    setRows((before = []) => [...before, ...page.value.claims]);
    setCursor(page.value.cursor);
  };
  useEffect(() => {
    more();
  }, []);
  if (problem && !rows) return <DeskProblem problem={problem} again={() => more()} />;
  if (!rows) return <Loading />;
  const { columns } = workWords;
  return (
    <section>
      <h2>{queueNames[queue]}</h2>
      {rows.length === 0 ? (
        <p>
          {workWords.empty(queueNames[queue])} {workWords.emptyText}
        </p>
      ) : (
        <>
          <p role="status">{workWords.rows(rows.length)}</p>
          <ScrollTable caption={queueNames[queue]} columns={Object.values(columns)}>
            {rows.map((row) => (
              <WorkRow key={row.claimId} row={row} queue={queue} />
            ))}
          </ScrollTable>
        </>
      )}
      {problem && <DeskProblem problem={problem} again={() => more(cursor)} />}
      {cursor !== undefined && (
        <button type="button" class="button plain" onClick={() => more(cursor)}>
          {workWords.more}
        </button>
      )}
    </section>
  );
}

interface WorkRowProps {
  readonly row: Row;
  readonly queue: Queue;
}

function WorkRow({ row, queue }: WorkRowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={addressOf("case", { claimId: row.claimId })}>{row.code}</a>
      </th>
      <td>
        <Light daysLeft={row.daysLeft} />
      </td>
      <td>{row.supplyCode}</td>
      <td>{row.claimantName}</td>
      <td>
        {claimStateNames[row.state]}
        {row.hearing && <span class="hint">{workWords.hearingLacks(row.hearing)}</span>}
        {row.appointmentsWait && <span class="hint">{appointmentsWords(row.appointmentsWait)}</span>}
        {row.attachmentWaits && <span class="hint">{workWords.attachmentWaits}</span>}
        {row.queue !== queue && <span class="hint">{workWords.passedOn(queueNames[row.queue])}</span>}
      </td>
      <td>{row.owner ?? workWords.noOwner}</td>
    </tr>
  );
}
