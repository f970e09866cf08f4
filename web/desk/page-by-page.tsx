import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { reportWords } from "../words/desk-reports.ts";
import { DeskProblem } from "./page.tsx";

interface Page {
  readonly cursor?: string | undefined;
}

/**
 * Asks for the first page of a list, and for each next one when `next.more` is called, which is undefined after the last page.
 * `about` names the list. `next.problem` is why the last call of `more` failed.
 */
export function usePages<Value extends Page>(ask: (from: Page) => Promise<Outcome<Value>>, about: string) {
  const { answer, again } = useAnswer(() => ask({}), about);
  const [rest, setRest] = useState<readonly Value[]>([]);
  const [problem, setProblem] = useState<ClientProblem>();
  const pages = answer?.ok ? [answer.value, ...rest] : [];
  const cursor = pages.at(-1)?.cursor;
  const more = async (): Promise<void> => {
    const next = await ask({ cursor });
    setProblem(next.ok ? undefined : next.problem);
    if (next.ok) setRest((before) => [...before, next.value]);
  };
  return { answer, again, pages, next: { problem, more: cursor === undefined ? undefined : more } };
}

/** The button that asks for the next page, and the problem if that failed. */
export function More({ problem, more }: ReturnType<typeof usePages>["next"]) {
  return (
    <>
      {problem && more && <DeskProblem problem={problem} again={more} />}
      {more && (
        <p>
          <button type="button" class="button plain" onClick={more}>
            {reportWords.more}
          </button>
        </p>
      )}
    </>
  );
}
