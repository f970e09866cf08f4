/** A row of a list, and its place there: places of all lists are ordered as texts. */
interface Placed {
  readonly place: string;
}

/** Reads at most so many rows of one list in order, those after a place. */
export type ReadList<Row extends Placed> = (rows: number, after: string | undefined) => Promise<readonly Row[]>;

/** Returns the first `limit` of some rows, by place. */
function firstOf<Row extends Placed>(found: readonly Row[], limit: number): readonly Row[] {
  return found.toSorted((a, b) => (a.place < b.place ? -1 : 1)).slice(0, limit);
}

/**
 * Returns the first `limit` rows of several lists as one, those after a place. Reads of each list its share of a page,
 * and then on, twice as much each time, only those that may have a row before the last one found.
 */
export async function firstOfLists<Row extends Placed>(
  lists: readonly ReadList<Row>[],
  limit: number,
  after: string | undefined,
): Promise<readonly Row[]> {
  let found: readonly Row[] = [];
  let open = lists.map((read) => ({ read, from: after }));
  for (let share = Math.ceil(limit / lists.length); open.length > 0; share = Math.min(2 * share, limit)) {
    const rows = share;
    const pages = await Promise.all(open.map(async ({ read, from }) => ({ read, page: await read(rows, from) })));
    found = firstOf([...found, ...pages.flatMap(({ page }) => page)], limit);
    const last = found.length < limit ? undefined : found.at(-1)?.place;
    open = pages.flatMap(({ read, page }) => {
      const from = page.length < rows ? undefined : page.at(-1)?.place;
      return from !== undefined && (last === undefined || from < last) ? [{ read, from }] : [];
    });
  }
  return found;
}
