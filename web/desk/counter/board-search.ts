import { useEffect, useState } from "preact/hooks";
import type { Outcome } from "../../client.ts";

/** A page of what stands behind a number of the board. `cursor` names the next page, and is absent on the last one. */
interface Found {
  readonly cursor?: string | undefined;
  /** The month that was looked through, if the search goes back from month to month. */
  readonly through?: string;
}

/** It goes on by itself until so many rows are found, or so many months have been looked through. */
const enough = 25;
const monthsAtOnce = 4;

interface Search<Page> {
  readonly ask: (cursor?: string) => Promise<Outcome<Page>>;
  readonly rowsOf: (page: Page) => readonly unknown[];
  /** Whether the first month is looked through to its end, however many are found: most of what it counts is there. */
  readonly wholeMonth: boolean;
}

/**
 * Asks for page after page until 25 rows are found or four more months were looked through. `goOn` asks for as many
 * again. `failed` is the answer that stopped the search; `next` asks for that page once more.
 */
export function useSearch<Page extends Found>({ ask, rowsOf, wholeMonth }: Search<Page>) {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [wanted, setWanted] = useState({ rows: enough, months: monthsAtOnce });
  const [failed, setFailed] = useState<Outcome<Page>>();
  const last = pages.at(-1);
  const found = pages.reduce((sum, page) => sum + rowsOf(page).length, 0);
  const looked = new Set(pages.map(({ through }) => through)).size;
  const isEnough = found >= wanted.rows || looked > wanted.months;
  const mayStop = !wholeMonth || looked > 1;
  const isLooking = !failed && (!last || (last.cursor !== undefined && !(mayStop && isEnough)));
  const next = async (): Promise<void> => {
    const page = await ask(last?.cursor);
    setFailed(page.ok ? undefined : page);
    if (page.ok) setPages([...pages, page.value]);
  };
  useEffect(() => {
    if (isLooking) next();
  }, [isLooking, pages]);
  const goOn = (): void => setWanted({ rows: found + enough, months: looked + monthsAtOnce });
  return { pages, last, isLooking, failed, next, goOn };
}
