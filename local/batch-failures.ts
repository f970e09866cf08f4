import * as z from "zod";
import type { Invoked } from "./functions.ts";

const response = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * Which of a batch's items failed, by what the function answered: all when it broke down, answered another shape, or
 * named an item that is not of the batch; without partial answers, all or none.
 */
export function failedOf(items: readonly string[], invoked: Invoked, partial: boolean): ReadonlySet<string> {
  if (!invoked.ok) return new Set(items);
  if (!partial) return new Set();
  const answered = response.safeParse(invoked.value === "" ? null : invoked.value);
  const named = answered.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return new Set(answered.success && named.every((item) => items.includes(item)) ? named : items);
}
