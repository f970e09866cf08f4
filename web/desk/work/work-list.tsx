import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { usePages } from "../../look/page-list.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { dayWords } from "../../words/days-owed.ts";
import { soles, wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { SearchBox } from "../counter/search-box.tsx";
import { addressOf, DeskProblem, Heading, StaffOnly, Waiting } from "../page.tsx";
import { settlers, useOwnRoles, useRoles } from "./roles.ts";
import { rowsAtOnce } from "./rows-at-once.ts";
import { LetterKeys, useOpenedList } from "./work-keys.tsx";
import { queueNames, waitsFor, workListWords, workWords } from "./work-list.words.ts";
import { addressOfWork, queuesIn, scopesFor, type WorkView, workView } from "./work-view.ts";

type Row = AnswerOf<Routes["listWork"]>["claims"][number];
type Count = AnswerOf<Routes["countWork"]>["queues"][number];

/** What `?lista=` says for the claims whose contact nobody confirmed. */
const unconfirmedList = "sin-confirmar";

/**
 * Renders the work lists with their counts, and the claims of one list or of several together, page by page. The
 * address says whose claims (`?de=`), of which list (`?cola=`), of which person (`?persona=`) and in which order
 * (`?orden=`). What the address does not say, the caller's roles decide. Keeps in the tab which list was shown.
 * `?lista=sin-confirmar` shows what nobody confirmed instead. Without a session, asks to sign in.
 */
export function WorkListPage() {
  return (
    <div class="dense">
      <div class="title">
        <Heading>{deskPages.work.title}</Heading>
        {useRoles().answer?.ok && <SearchBox />}
      </div>
      <StaffOnly>
        {useRoute().query["lista"] === unconfirmedList ? (
          <Loaded load={() => import("./unconfirmed.tsx")} about={unconfirmedList}>
            {({ Unconfirmed }) => <Unconfirmed />}
          </Loaded>
        ) : (
          <WorkLists />
        )}
      </StaffOnly>
    </div>
  );
}

function sumOf(counts: readonly Count[]): Count {
  const sum = (of: "total" | "overdue" | "soon"): number => counts.reduce((before, count) => before + count[of], 0);
  return { queue: "over", total: sum("total"), overdue: sum("overdue"), soon: sum("soon") };
}

function WorkLists() {
  const roles = useOwnRoles();
  const view = workView(useRoute().query, roles);
  const { answer } = useAnswer(() => api.countWork(), addressOfWork(view));
  const counts = answer?.ok && !view.person ? answer.value[view.of === "mio" ? "mine" : "queues"] : undefined;
  const countOf = (queues: readonly Queue[]) => counts && sumOf(counts.filter(({ queue }) => queues.includes(queue)));
  const { queue: one, ...whole } = view;
  const tabs = queuesIn(view.of, roles);
  // One's own claims are on few lists.
  const isShown = (queue: Queue) => view.of !== "mio" || queue === one || countOf([queue])?.total !== 0;
  return (
    <>
      <div class="views">
        <Choices label={workListWords.whose} names={workListWords.scopes} now={view.of} of={scopesFor(roles)}>
          {(of) => addressOfWork({ of, order: view.order })}
        </Choices>
        {view.of !== "mio" && (
          <Choices
            label={workListWords.order}
            names={workListWords.orders}
            now={view.order}
            of={["dia", "responsable"]}
          >
            {(order) => addressOfWork({ ...view, order })}
          </Choices>
        )}
      </div>
      <nav aria-label={workWords.queues}>
        <ul class="tabs">
          {tabs.length > 1 && (
            <Tab
              href={addressOfWork(whole)}
              name={workListWords.every}
              count={countOf(queuesIn(view.of, roles, true))}
              isHere={!one}
            />
          )}
          {tabs.filter(isShown).map((queue) => (
            <Tab
              key={queue}
              href={addressOfWork({ ...view, queue })}
              name={queueNames[queue]}
              count={countOf([queue])}
              isHere={queue === one || tabs.length === 1}
            />
          ))}
        </ul>
      </nav>
      <List key={addressOfWork(view)} view={view} queues={one ? [one] : queuesIn(view.of, roles, true)} />
    </>
  );
}

interface ChoicesProps<Choice extends string> {
  readonly label: string;
  readonly names: Readonly<Record<Choice, string>>;
  readonly now: Choice;
  readonly of: readonly Choice[];
  readonly children: (choice: Choice) => string;
}

/** A line of links of which one is chosen. */
function Choices<Choice extends string>({ label, names, now, of, children: hrefOf }: ChoicesProps<Choice>) {
  return (
    <nav aria-label={label}>
      <ul class="choices">
        {of.map((choice) => (
          <li key={choice}>
            <a href={hrefOf(choice)} aria-current={choice === now ? "true" : undefined}>
              {names[choice]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface TabProps {
  readonly href: string;
  readonly name: string;
  readonly count: Count | undefined;
  readonly isHere: boolean;
}

function Tab({ href, name, count, isHere }: TabProps) {
  return (
    <li>
      <a href={href} aria-current={isHere ? "page" : undefined}>
        {name} {count && <b>{wholeNumber(count.total)}</b>}
        {count && count.overdue > 0 && (
          <>
            {" "}
            <span class="light overdue">
              <span aria-hidden="true">■</span> {wholeNumber(count.overdue)}
              <span class="unseen"> {workListWords.overdue(count.overdue)}</span>
            </span>
          </>
        )}
        {count && count.soon > 0 && (
          <>
            {" "}
            <span class="light soon">
              <span aria-hidden="true">▲</span> {wholeNumber(count.soon)}
              <span class="unseen"> {workListWords.soon}</span>
            </span>
          </>
        )}
      </a>
    </li>
  );
}

interface ListProps {
  readonly view: WorkView;
  readonly queues: readonly Queue[];
}

function List({ view, queues }: ListProps) {
  const query = {
    limit: String(rowsAtOnce),
    queue: queues.join(),
    ...((view.of === "mio" || view.person) && { owner: view.person ?? "me" }),
    order: view.order === "dia" ? ("day" as const) : ("owner" as const),
  };
  const { answer, again, items, problem, more } = usePages(
    (cursor) => api.listWork({ query: { ...query, ...(cursor !== undefined && { cursor }) } }),
    ({ claims }) => claims,
  );
  const name = nameOf(view, items);
  const keys = useOpenedList(addressOfWork(view), items, name);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { owner, ...columns } = workListWords.columns;
  return (
    <section ref={keys}>
      <h2 class={view.person ? undefined : "unseen"}>{name}</h2>
      {items.length === 0 ? (
        <p>
          {view.of === "mio" ? workListWords.noneMine : workWords.empty(name)} {workWords.emptyText}
        </p>
      ) : (
        <ScrollTable
          caption={name}
          columns={[...Object.values(columns), ...(view.of === "mio" ? [] : [workListWords.columns.owner])]}
        >
          {items.map((row) => (
            <WorkRow key={row.claimId} row={row} queues={queues} isMine={view.of === "mio"} />
          ))}
        </ScrollTable>
      )}
      {problem && <DeskProblem problem={problem} {...(more && { again: more })} />}
      <div class="views">
        <p role="status">{items.length > 0 && workWords.rows(items.length)}</p>
        <p class="hint">{workWords.counted}</p>
        <Several queue={view.queue} />
        {more && (
          <button type="button" class="button plain" onClick={more}>
            {workWords.more}
          </button>
        )}
        <LetterKeys />
      </div>
    </section>
  );
}

/** From a list, the way to one act on several of it: resolutions to notify, or contacts that nobody confirmed. */
function Several({ queue }: Pick<WorkView, "queue">) {
  const roles = useOwnRoles();
  if (queue === "admission" && roles.some((role) => role === "manager" || settlers.includes(role)))
    return <a href={`${addressOf("work")}?lista=${unconfirmedList}`}>{workListWords.unconfirmed}</a>;
  if (!roles.includes("clerk") || queue !== "notification") return null;
  return <a href={`${addressOf("toHandOver")}?lista=por-notificar`}>{workListWords.several}</a>;
}

/** What a list is called: by its person, if it is of one alone, else by its queue or by whose claims it has. */
function nameOf({ queue, of, person }: WorkView, [first]: readonly Row[]): string {
  if (person && first?.owner) return workListWords.ofPerson(first.owner);
  return queue ? queueNames[queue] : workListWords.scopes[of];
}

interface WorkRowProps {
  readonly row: Row;
  readonly queues: readonly Queue[];
  readonly isMine: boolean;
}

function WorkRow({ row, queues, isMine }: WorkRowProps) {
  const isElsewhere = !queues.includes(row.queue);
  return (
    <tr>
      <th scope="row">
        <a href={addressOf("case", { claimId: row.claimId })}>{row.code}</a>
        {row.isNew && <b class="tag">{workListWords.isNew}</b>}
      </th>
      <td class="name">
        <span>{dayWords(row.days)}</span>
      </td>
      <td>
        <DaysLight days={row.days} short />
      </td>
      <td class="name">
        <span>
          {isElsewhere ? workWords.passedOn(queueNames[row.queue]) : waitsFor(row)}. <Meta days={row.days} />
        </span>
      </td>
      <td class="cut name">
        <span>{row.claimantName}</span>
      </td>
      <td class="figure">{row.amount ? soles(row.amount) : "—"}</td>
      <td class="cut">{claimTypeNames[row.claimType]}</td>
      <td class="figure">{wholeNumber(row.ageDays)}</td>
      {!isMine && (
        <td class="cut name">
          <span>{row.owner ?? workWords.noOwner}</span>
        </td>
      )}
    </tr>
  );
}
