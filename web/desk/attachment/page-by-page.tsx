import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { DeskProblem } from "../page.tsx";
import { reportWords } from "../register/reports.words.ts";

/** A page of a list. `cursor` names the next page, and is absent on the last one. */
interface Page {
  readonly cursor?: string | undefined;
}

/**
 * Asks for the first page of a list when the component appears and when `about`, a text that names the list, changes.
 * Returns the first page's `answer` and `again`, the `pages` so far, and `next`. `next.more` asks for the next page,
 * and is undefined after the last one; `next.problem` is why the last `more` failed. A new first page drops the pages
 * after the one before.
 */
export function usePages<Value extends Page>(ask: (from: Page) => Promise<Outcome<Value>>, about: string) {
  const { answer, again } = useAnswer(() => ask({}), about);
  const [held, setHeld] = useState<readonly Value[]>([]);
  const [problem, setProblem] = useState<ClientProblem>();
  const first = answer?.ok ? [answer.value] : [];
  const pages = held[0] === first[0] ? held : first;
  const cursor = pages.at(-1)?.cursor;
  const more = async (): Promise<void> => {
    const next = await ask({ cursor });
    setProblem(next.ok ? undefined : next.problem);
    // Of the pages as they were when it was asked for: asked twice at once, it stands there once.
    if (next.ok) setHeld([...pages, next.value]);
  };
  return { answer, again, pages, next: { problem, more: cursor === undefined ? undefined : more } };
}

/**
 * Renders a button that asks for the next page (`more`), and above it why the last attempt failed. Draws nothing after
 * the last page.
 */
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
