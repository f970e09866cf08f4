import * as z from "zod";
import type { Invoked } from "./functions.ts";

const response = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * Returns the items of a batch that failed. If the invocation failed, all items did. If it succeeded and `partial` is
 * false, none did. With `partial`, the failed items are those in the answer's `batchItemFailures`: none if the answer
 * has no such list, all if it has another shape or names an item that is not in the batch.
 */
export function failedOf(items: readonly string[], invoked: Invoked, partial: boolean): ReadonlySet<string> {
  if (!invoked.ok) return new Set(items);
  if (!partial) return new Set();
  const answered = response.safeParse(invoked.value === "" ? null : invoked.value);
  const named = answered.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return new Set(answered.success && named.every((item) => items.includes(item)) ? named : items);
}
