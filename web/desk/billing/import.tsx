import { useEffect, useRef, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { Loading, Notice } from "../../look/notice.tsx";
import { countNames, importWords, kindNames, stateNames } from "../../words/desk.ts";
import { instant, wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "../page.tsx";
import { isSignedOut, mayPass } from "../problem/passing-problems.ts";
import { ImportMark } from "./import-mark.tsx";
import { Decided, Preview, RefusedRows } from "./import-preview.tsx";

type Import = AnswerOf<Routes["showImport"]>;

/**
 * Renders the page of the import that the address names: its state and progress, what it waits for, then its counts, a
 * button for the report of rows with errors or warnings if there are any, or why it failed; and why rows are refused.
 * Asks the API again until the import has ended or a problem comes that will not pass. Without a session, asks to sign
 * in.
 */
export function ImportPage() {
  return (
    <>
      <p class="back">
        <a href={addressOf("imports")}>{importWords.back}</a>
      </p>
      <StaffOnly>
        <Watched importId={useRoute().params["importId"] ?? ""} />
      </StaffOnly>
    </>
  );
}

const firstWaitMs = 1000;
const longestWaitMs = 15_000;

/**
 * Asks for an import until it ends or a problem comes that will not pass. While the import advances, it asks every
 * second; while it does not, the wait doubles up to 15 seconds. Returns the last answer, undefined before the first;
 * `again` asks at once.
 */
function useImport(importId: string): { readonly outcome: Outcome<Import> | undefined; readonly again: () => void } {
  const [outcome, setShown] = useState<Outcome<Import>>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = firstWaitMs;
    let before = "";
    const ask = async () => {
      const outcome = await api.showImport({ params: { importId } });
      if (timer === undefined) return;
      setShown(outcome);
      if (outcome.ok ? isOver(outcome.value) : !isWorthAsking(outcome.problem)) return;
      const now = JSON.stringify(outcome);
      wait = now === before ? Math.min(wait * 2, longestWaitMs) : firstWaitMs;
      before = now;
      timer = setTimeout(ask, wait);
    };
    timer = setTimeout(ask);
    return () => {
      clearTimeout(timer);
      timer = undefined;
    };
  }, [importId, turn]);
  return { outcome, again: () => setTurn(turn + 1) };
}

const isOver = ({ state }: Import): boolean => state === "done" || state === "refused";
/** Whether to go on asking: once the session is over, somebody has to sign in first. */
const isWorthAsking = (problem: ClientProblem): boolean => mayPass(problem) && !isSignedOut(problem);

function Watched({ importId }: { readonly importId: string }) {
  const { outcome, again } = useImport(importId);
  const [last, setLast] = useState<Import>();
  useEffect(() => {
    if (outcome?.ok) setLast(outcome.value);
  }, [outcome]);
  const shown = outcome?.ok ? outcome.value : last;
  return (
    <>
      <Heading>{shown ? shown.fileName : deskPages.importDetail.title}</Heading>
      {!outcome && <Loading />}
      {outcome &&
        !outcome.ok &&
        (isWorthAsking(outcome.problem) && shown ? (
          <p role="status">{importWords.lost}</p>
        ) : (
          <DeskProblem problem={outcome.problem} />
        ))}
      {shown && <Shown shown={shown} again={again} />}
    </>
  );
}

interface ShownProps {
  readonly shown: Import;
  /** Asks at once how the import stands. */
  readonly again: () => void;
}

function Shown({ shown, again }: ShownProps) {
  const { kind, state, createdAt, finishedAt, failure, counts } = shown;
  const title = useRef<HTMLHeadingElement>(null);
  const onDecided = () => {
    again();
    title.current?.focus();
  };
  return (
    <>
      <p>
        {kindNames[kind]} · {importWords.started(instant(createdAt))}
        {finishedAt && ` · ${importWords.finished(instant(finishedAt))}`}
      </p>
      <div role="status">
        <h2 ref={title} tabIndex={-1}>
          <ImportMark of={shown} />
        </h2>
      </div>
      <Decided shown={shown} />
      {state === "previewed" ? <Preview shown={shown} onDecided={onDecided} /> : <UnderWay shown={shown} />}
      {failure && (
        <Notice tone="bad" title={importWords.failed}>
          <p>{failure}</p>
        </Notice>
      )}
      {counts && (
        <>
          <Progress of={shown} />
          <Report importId={shown.importId} counts={counts} />
        </>
      )}
      <RefusedRows shown={shown} />
    </>
  );
}

const Progress = ({ of: { progress } }: { readonly of: Import }) => (
  <p>{importWords.progress(progress.done, progress.of, progress.withError)}</p>
);

function UnderWay({ shown }: Pick<ShownProps, "shown">) {
  const { state, progress } = shown;
  if (isOver(shown)) return null;
  return (
    <>
      {progress.of > 0 && (
        <>
          <progress value={progress.done} max={progress.of} aria-label={stateNames[state]} />
          <Progress of={shown} />
        </>
      )}
      <p>{state === "waiting" ? importWords.waitingText : importWords.mayClose}</p>
    </>
  );
}

interface ReportProps {
  readonly importId: string;
  readonly counts: NonNullable<Import["counts"]>;
}

function Report({ importId, counts }: ReportProps) {
  const [problem, setProblem] = useState<ClientProblem>();
  const download = async () => {
    const report = await api.downloadReport({ params: { importId } });
    if (report.ok) location.assign(report.value.url);
    else setProblem(report.problem);
  };
  const { repeatedCopies, repeatedOther, superseded, warned, refused } = counts;
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      {repeatedCopies + repeatedOther + superseded + warned + refused > 0 ? (
        <p>
          <button type="button" class="button" onClick={download}>
            {importWords.download}
          </button>
        </p>
      ) : (
        <p>{importWords.noErrors}</p>
      )}
      <h2>{importWords.result}</h2>
      <table>
        <caption class="unseen">{importWords.result}</caption>
        <tbody>
          {countEntries(counts).map(([name, count]) => (
            <tr key={name} class={name === "rows" ? "total" : undefined}>
              <th scope="row">{countNames[name]}</th>
              <td class="figure">{wholeNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type CountName = keyof typeof countNames;
const isCountName = (name: string): name is CountName => name in countNames;

/** The counts in the order of `countNames`. */
function countEntries(counts: ReportProps["counts"]): readonly (readonly [CountName, number])[] {
  return Object.keys(countNames)
    .filter(isCountName)
    .map((name) => [name, counts[name]]);
}
