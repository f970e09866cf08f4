import type { ComponentChildren } from "preact";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { BoardNumber } from "../../../shared/domain/board/board.ts";
import { apiToday } from "../../api-clock.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { claimTypeNames } from "../../words/claim-types.ts";
import { instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { MonthForm } from "../month-form.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { channelLabels } from "../register/reports.words.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { attendedNames, boardWords, lossNames, lostResults, resolvedNames, tribunalNames } from "./board.words.ts";
import { BoardAttended } from "./board-attended.tsx";
import { BoardCases, numberIn } from "./board-cases.tsx";
import { Counted, type CountedRow } from "./board-counted.tsx";
import { BoardOwed } from "./board-owed.tsx";

type Board = AnswerOf<Routes["showBoard"]>;

/**
 * Renders the manager's board: what is late today and, of a month (`?mes=`, the present one without it), terms that
 * ended without a decision, people attended, claims resolved and filed, the days they took, the tribunal's decisions,
 * and visits. If the address names one number (`?cifra=`), renders the claims behind that number instead. Without a
 * session, asks to sign in.
 */
export function BoardPage() {
  const { query } = useRoute();
  const asked = useAsked("mes");
  const number = numberIn(query);
  return (
    <>
      <Heading>{deskPages.board.title}</Heading>
      <StaffOnly>
        <OfAsked asked={asked}>
          {(month) =>
            query["cifra"] === "attended" ? (
              <BoardAttended key={JSON.stringify(query)} month={month} query={query} />
            ) : number === undefined ? (
              <>
                <BoardOwed />
                <MonthForm page="board" month={month} />
                <Month key={month} month={month} />
              </>
            ) : (
              <BoardCases key={JSON.stringify(query)} month={month} number={number} query={query} />
            )
          }
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Month({ month }: { readonly month: string }) {
  const { answer, again } = useAnswer(() => api.showBoard({ query: { month } }), month);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const board = answer.value;
  const { at, attended, filed, resolved, silences, withdrawn, visits, tribunal } = board;
  const isEmpty =
    attended.length + filed.total + resolved.total + silences + withdrawn + visits + tribunal.length === 0;
  return (
    <>
      <h2>{monthAndYear(month)}</h2>
      <p>
        <a href={`${addressOf("board")}?mes=${monthBefore(month)}`}>
          {boardWords.before(monthAndYear(monthBefore(month)))}
        </a>
      </p>
      <p class="hint">{at === undefined ? boardWords.never : boardWords.asOf(instant(at))}</p>
      {isEmpty && <p>{boardWords.empty(monthAndYear(month))}</p>}
      <Silence month={month} board={board} />
      {!isEmpty && (
        <>
          <Attended month={month} board={board} />
          <Resolved month={month} board={board} />
          <Time month={month} board={board} />
          <Filed month={month} board={board} />
          <Tribunal month={month} board={board} />
          <Visits month={month} board={board} />
        </>
      )}
    </>
  );
}

/** Returns the month before one, both `YYYY-MM`. */
function monthBefore(month: string): string {
  return new Date(Date.parse(`${month}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 7);
}

interface PartProps {
  readonly month: string;
  readonly board: Board;
}

const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((all, { count }) => all + count, 0);

/** The address of what stands behind a number, or behind a part of it. */
function casesOf(month: string, number: BoardNumber | "attended", part: Readonly<Record<string, string>> = {}): string {
  return `${addressOf("board")}?${new URLSearchParams({ mes: month, cifra: number, ...part })}`;
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="card charts">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The rows of a split by a name, each once, with the most first. */
function rowsBy<Row extends { readonly count: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  addressIn: (row: Row) => string,
): readonly CountedRow[] {
  const groups = [...Map.groupBy(rows, nameOf)].map(([label, some]) => ({
    label,
    count: sum(some),
    address: some[0] && addressIn(some[0]),
  }));
  return groups.toSorted((a, b) => b.count - a.count);
}

function Silence({ month, board }: PartProps) {
  const { silences, silencesOfReconsiderations: again, withdrawn, ahead } = board;
  const words = boardWords.silence;
  const isPresent = month === apiToday().slice(0, 7);
  const rows = (
    [
      ["silences", silences],
      ["silences-of-reconsiderations", again],
      ["withdrawn", withdrawn],
      // What is near today is no part of another month.
      ...(isPresent
        ? ([
            ["soon", ahead.soon],
            ["ended", ahead.ended],
          ] as const)
        : []),
    ] as const
  ).map(([number, count]) => ({ label: words.rows[number], count, address: casesOf(month, number) }));
  return (
    <Part title={words.title}>
      <p>
        {words.sentence(silences, monthAndYear(month))} {again > 0 && words.again(again)}{" "}
        {silences > 0 && <a href={casesOf(month, "silences")}>{boardWords.cases}</a>}
      </p>
      <p>
        {words.soon(ahead.soon, ahead.until)} {ahead.ended > 0 && words.ended(ahead.ended)}{" "}
        {ahead.soon + ahead.ended > 0 && <a href={addressOf("lateRisks")}>{words.open}</a>}
      </p>
      <Counted title={words.counted} fileName={`silencios-y-retiros_${month}.csv`} rows={rows} />
    </Part>
  );
}

function Attended({ month, board: { attended } }: PartProps) {
  const words = boardWords.attended;
  return (
    <Part title={words.title}>
      <p>
        <b>{words.sentence(sum(attended), monthAndYear(month))}</b> {words.what}
      </p>
      <p>
        {attended.length > 0 && <a href={casesOf(month, "attended")}>{boardWords.cases}</a>}{" "}
        <a href={`${addressOf("attentions")}?mes=${month}`}>{words.open}</a>
      </p>
      <Counted
        title={words.byMatter}
        fileName={`atendidas-por-asunto_${month}.csv`}
        rows={rowsBy(
          attended,
          ({ matter }) => attendedNames[matter],
          ({ matter }) => casesOf(month, "attended", { asunto: matter }),
        )}
      />
      <Counted
        title={words.byChannel}
        fileName={`atendidas-por-canal_${month}.csv`}
        rows={rowsBy(
          attended,
          ({ channel }) => channelLabels[channel],
          ({ channel }) => casesOf(month, "attended", { canal: channel }),
        )}
      />
    </Part>
  );
}

function Resolved({ month, board: { resolved, silences, withdrawn } }: PartProps) {
  const words = boardWords.resolved;
  return (
    <Part title={words.title}>
      <p>
        <b>{words.sentence(resolved.total, monthAndYear(month))}</b> {words.apart(silences, withdrawn)}
      </p>
      <p>
        <a href={casesOf(month, "resolved")}>{boardWords.cases}</a>
      </p>
      <Counted
        title={words.byResult}
        fileName={`resueltos-por-resultado_${month}.csv`}
        rows={rowsBy(
          resolved.byResult,
          ({ result }) => resolvedNames[result],
          ({ result }) => casesOf(month, "resolved", { resultado: result }),
        )}
      />
      <Split month={month} number="resolved" split={resolved} words={words} file="resueltos" />
    </Part>
  );
}

interface SplitProps {
  readonly month: string;
  readonly number: "filed" | "resolved";
  readonly split: Board["filed"];
  readonly words: { readonly byChannel: string; readonly byType: string };
  readonly file: string;
}

/** A number of claims by channel and by type. */
function Split({ month, number, split, words, file }: SplitProps) {
  return (
    <>
      <Counted
        title={words.byChannel}
        fileName={`${file}-por-canal_${month}.csv`}
        rows={rowsBy(
          split.byChannel,
          ({ channel }) => channelLabels[channel],
          ({ channel }) => casesOf(month, number, { canal: channel }),
        )}
      />
      <Counted
        title={words.byType}
        fileName={`${file}-por-tipo_${month}.csv`}
        rows={rowsBy(
          split.byType,
          ({ type }) => claimTypeNames[type],
          ({ type }) => casesOf(month, number, { tipo: type }),
        )}
      />
    </>
  );
}

/** Working days in one bar. */
const daysOfBar = 5;

function Time({ month, board: { resolved } }: PartProps) {
  const words = boardWords.time;
  const { total, inTerm, medianDays, byDays } = resolved;
  if (medianDays === undefined) return null;
  const last = byDays.at(-1)?.days ?? 0;
  const bars = Array.from({ length: Math.floor(last / daysOfBar) + 1 }, (_, at) => {
    const [from, to] = [at * daysOfBar, at * daysOfBar + daysOfBar - 1];
    const own = byDays.filter(({ days }) => days >= from && days <= to);
    const address = casesOf(month, "resolved", { desde: String(from), hasta: String(to) });
    return { label: words.days(from, to), count: sum(own), address };
  });
  return (
    <Part title={words.title}>
      <p>{words.sentence(medianDays, inTerm, total)}</p>
      <Counted title={words.byDays} fileName={`dias-hasta-resolver_${month}.csv`} rows={bars} />
      <Counted
        title={words.byTerm}
        fileName={`en-plazo_${month}.csv`}
        rows={[
          { label: words.inTerm, count: inTerm, address: casesOf(month, "in-term") },
          { label: words.late, count: total - inTerm, address: casesOf(month, "late") },
        ]}
      />
    </Part>
  );
}

function Filed({ month, board: { filed } }: PartProps) {
  const words = boardWords.filed;
  return (
    <Part title={words.title}>
      <p>
        {words.sentence(filed.total, monthAndYear(month))}{" "}
        {filed.total > 0 && <a href={casesOf(month, "filed")}>{boardWords.cases}</a>}
      </p>
      <Split month={month} number="filed" split={filed} words={words} file="presentados" />
    </Part>
  );
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function Tribunal({ month, board: { tribunal, lostBy } }: PartProps) {
  const words = boardWords.tribunal;
  const [first] = lostBy;
  const lost = sum(tribunal.filter(({ result }) => lostResults.includes(result)));
  return (
    <Part title={words.title}>
      <p>
        {words.sentence(sum(tribunal), lost, monthAndYear(month))}{" "}
        {first && words.first(lowered(lossNames[first.cause]), first.count)}
      </p>
      <Counted
        title={words.byResult}
        fileName={`apelaciones_${month}.csv`}
        rows={rowsBy(
          tribunal,
          ({ result }) => tribunalNames[result],
          ({ result }) => casesOf(month, "tribunal", { resultado: result }),
        )}
      />
      <Counted
        title={words.byCause}
        fileName={`apelaciones-perdidas_${month}.csv`}
        rows={rowsBy(
          lostBy,
          ({ cause }) => lossNames[cause],
          ({ cause }) => casesOf(month, "lost", { causa: cause }),
        )}
      />
    </Part>
  );
}

function Visits({ month, board: { visits, frustrated } }: PartProps) {
  const words = boardWords.visits;
  if (visits === 0) return null;
  const rows = [
    { label: words.made, count: visits - frustrated, address: casesOf(month, "made") },
    { label: words.frustrated, count: frustrated, address: casesOf(month, "frustrated") },
  ];
  return (
    <Part title={words.title}>
      <p>
        {words.sentence(visits, frustrated, monthAndYear(month))} {words.what}{" "}
        <a href={casesOf(month, "visits")}>{boardWords.cases}</a>
      </p>
      <Counted title={words.byOutcome} fileName={`visitas_${month}.csv`} rows={rows} />
    </Part>
  );
}
