/** Counts from 1 to this one are not published: they could point at persons. */
const mostHidden = 4;

/** Returns a count as it is published: `undefined` if it is from 1 to 4. */
export function publishedCount(count: number): number | undefined {
  return count === 0 || count > mostHidden ? count : undefined;
}

/**
 * Returns the counts of a table whose total is published too; undefined stands for a hidden count. Counts from 1 to 4
 * are hidden. So that nobody can work these out from the total, the next smallest are hidden as well, until at least
 * two counts are hidden and they add up to 5 or more. A count of 0 is never hidden.
 */
export function publishedCounts(counts: readonly number[]): readonly (number | undefined)[] {
  const byCount = counts.map((count, index) => ({ count, index })).toSorted((a, b) => a.count - b.count);
  const hidden = new Set<number>();
  let sum = 0;
  for (const { count, index } of byCount) {
    const isDerived = hidden.size === 1 || (hidden.size > 0 && sum <= mostHidden);
    if (count === 0 || (count > mostHidden && !isDerived)) continue;
    hidden.add(index);
    sum += count;
  }
  return counts.map((count, index) => (hidden.has(index) ? undefined : count));
}

/**
 * Returns `count` as it is published beside `whole`: undefined if `count`, or what is left of `whole` without `count`,
 * is from 1 to 4.
 */
export function publishedShare(count: number, whole: number): number | undefined {
  return publishedCount(count) === undefined || publishedCount(whole - count) === undefined ? undefined : count;
}
