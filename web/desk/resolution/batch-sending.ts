import type { Outcome } from "../../client.ts";
import { heldWords } from "../held.words.ts";

/** What was sent last with one act on several things, and the key it has. */
export interface BatchWrite {
  text: string;
  key: string;
}

export const newBatchWrite = (): BatchWrite => ({ text: "", key: "" });

/**
 * Sends an act on `count` things, and again while fewer of them are `left` than before and some still are. The same
 * `body` has the same key, kept in `write`, so that nothing is done twice.
 */
export async function sentWhole<Done extends { readonly outcomes: readonly { readonly outcome: string }[] }>(
  write: BatchWrite,
  body: object,
  count: number,
  send: (key: string) => Promise<Outcome<Done>>,
): Promise<Outcome<Done>> {
  const text = JSON.stringify(body);
  if (write.text !== text) Object.assign(write, { text, key: crypto.randomUUID() });
  for (let left = count; ; ) {
    const sent = await send(write.key);
    const now = sent.ok ? sent.value.outcomes.filter(({ outcome }) => outcome === "left").length : 0;
    if (now === 0 || now >= left) return sent;
    left = now;
  }
}

interface OneOutcome {
  readonly outcome: string;
  readonly reason?: string | undefined;
}

/** Whether the act was not done with one of them. */
export const isUndone = ({ outcome }: OneOutcome): boolean => outcome === "refused" || outcome === "left";

/** Says to who left the form in how many the act was done, and why not of the others. */
export function toldOf(what: string, outcomes: readonly OneOutcome[]): string {
  const others = outcomes.filter(isUndone);
  if (others.length === 0) return heldWords.done(what);
  const reasons = new Set(others.flatMap(({ reason }) => reason ?? []));
  return [heldWords.part(what, outcomes.length - others.length, outcomes.length), ...reasons].join(" ");
}
