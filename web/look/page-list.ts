import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { useAnswer } from "./asking.ts";

/**
 * Asks for the first page of a list, and for the next page each time `more` is called. `more` is undefined before the
 * first page and after the last. `answer` and `again` are of the first page; `items` are those of all pages so far;
 * `problem` is why the last call of `more` failed.
 */
export function usePages<Page extends { readonly cursor?: string | undefined }, Item>(
  /** Gets the `cursor` of the page before; undefined for the first. */
  ask: (cursor: string | undefined) => Promise<Outcome<Page>>,
  itemsIn: (page: Page) => readonly Item[],
): {
  readonly answer: Outcome<Page> | undefined;
  readonly again: () => void;
  readonly items: readonly Item[];
  readonly problem: ClientProblem | undefined;
  readonly more: (() => void) | undefined;
} {
  const { answer, again } = useAnswer(() => ask(undefined), "");
  const [older, setOlder] = useState<readonly Page[]>([]);
  const [problem, setProblem] = useState<ClientProblem>();
  const pages = answer?.ok ? [answer.value, ...older] : [];
  const next = pages.at(-1)?.cursor;
  const more = async (): Promise<void> => {
    const page = await ask(next);
    setProblem(page.ok ? undefined : page.problem);
    if (page.ok) setOlder([...older, page.value]);
  };
  return { answer, again, items: pages.flatMap(itemsIn), problem, more: next === undefined ? undefined : more };
}
