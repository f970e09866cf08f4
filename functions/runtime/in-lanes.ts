/**
 * Calls `work` for every item, at most `lanes` items at a time. Each lane takes the next item in the order of `items`
 * when it has finished its last one. After a failure no lane takes another item. Once the running ones have ended,
 * throws the first failure.
 * @param work gets an item and the number of the lane that took the item, from 0
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
