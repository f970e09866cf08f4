/** A row of `docs/figures.md`: a figure as it was last measured, and at which commit. */
export interface KeptRow {
  readonly name: string;
  readonly commit: string;
  readonly line: string;
}

/** A row that no longer says what its figure is, and why. */
export interface StaleRow {
  readonly name: string;
  readonly commit: string;
  readonly why: string;
}

/** Returns the rows of the page's table, in their order. */
export function keptRows(page: string): readonly KeptRow[] {
  return [...page.matchAll(/^\| (?!group|---)[^|]+ \| (\S+) \|.*\| (\w+)(?:, stale)? \|$/gm)].map(
    ([line, name = "", commit = ""]) => ({ name, commit, line }),
  );
}

/** Returns the row with its mark «stale», or without it. */
export function markedRow({ line }: KeptRow, stale: boolean): string {
  return line.replace(/(?:, stale)? \|$/, stale ? ", stale |" : " |");
}

/**
 * Returns the rows whose figure has to be measured again, in the order of the page: its sources changed since its
 * commit, its commit is not known, or no such figure is left.
 * @param changed the sources, among some, that changed since a commit, found as they are asked for; undefined if the
 * commit is not known
 */
export function staleRows(
  rows: readonly KeptRow[],
  sourcesOf: (name: string) => readonly string[] | undefined,
  changed: (commit: string, sources: readonly string[]) => Iterable<string> | undefined,
): readonly StaleRow[] {
  return rows.flatMap(({ name, commit }) => {
    const sources = sourcesOf(name);
    if (!sources) return [{ name, commit, why: "there is no such figure" }];
    const since = changed(commit, sources);
    if (!since) return [{ name, commit, why: "its commit is not known" }];
    for (const first of since) return [{ name, commit, why: `${first} changed` }];
    return [];
  });
}
