/**
 * Does `work` for every item, in so many lanes at once: a lane that is done with one takes the next that nobody took, in
 * the order of `items`. Once a lane throws, no lane takes another, and the first failure is thrown when all have ended.
 * @param work is given the number of its lane, from 0
 */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, lane: number) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const failures: unknown[] = [];
  const run = async (lane: number): Promise<void> => {
    for (const item of left) {
      if (failures.length > 0) return;
      await work(item, lane).catch((failure: unknown) => failures.push(failure));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
  if (failures.length > 0) throw failures[0];
}
