const atOnce = 4;

/**
 * Runs `make` on each item, at most four at a time, and returns the results in the order of the items. Rejects as soon
 * as one call does; calls on other items may go on, and their results are lost.
 */
export async function mapWithConcurrency<One, Made>(
  all: readonly One[],
  make: (one: One) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const left = all.entries();
  const work = async () => {
    for (const [index, one] of left) made[index] = await make(one);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return made;
}
