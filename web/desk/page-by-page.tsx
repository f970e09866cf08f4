import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { reportWords } from "../words/desk-reports.ts";
import { DeskProblem } from "./page.tsx";

interface Page {
  readonly cursor?: string | undefined;
}

/** A list that comes page by page: what came first, the pages after it, and how the next is asked for, while there is one. */
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

/** The button for what comes after, and why it did not come. */
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
