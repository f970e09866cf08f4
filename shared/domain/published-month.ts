/** Counts from 1 to this one are not published: they could point at persons. */
const mostHidden = 4;

/** Returns a count as it is published: `undefined` if it is from 1 to 4. */
export function publishedCount(count: number): number | undefined {
  return count === 0 || count > mostHidden ? count : undefined;
}

/**
 * Returns the counts of a table whose total is published, each as published. Small counts are hidden, and so are the
 * next smallest until what is hidden is two counts or more and 5 or more together: the total less the others would give
 * them away. A count of 0 is never hidden.
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

/** Returns a part of a whole as published: `undefined` if the part or the rest is from 1 to 4. */
export function publishedShare(count: number, whole: number): number | undefined {
  return publishedCount(count) === undefined || publishedCount(whole - count) === undefined ? undefined : count;
}
