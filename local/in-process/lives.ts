import type { StoppedClock } from "./stopped-clock.ts";

/** Something that happens from an instant on, in acts between which it sleeps. */
export interface Life {
  readonly from: string;
  readonly live: (sleep: (until: string) => Promise<void>) => Promise<void>;
}

/**
 * Runs lives side by side on one clock until `end`, inclusive. Again and again, sets the clock to the earliest instant
 * that a life waits for and lets that life run until it sleeps again or ends. Of two that wait for the same instant,
 * the one that began to wait first goes first. At last sets the clock to `end`; a life that waits for a later instant
 * is not resumed.
 * @throws what a life throws; the other lives are not resumed
 */
export async function liveUntil(clock: StoppedClock, end: string, lives: readonly Life[]): Promise<void> {
  const sleeping: { readonly at: string; readonly order: number; readonly wake: () => void }[] = [];
  let order = 0;
  let lieDown: () => void = () => {};
  let failure: { readonly because: unknown } | undefined;
  const sleepUntil = (at: string, wake: () => void): void => {
    order += 1;
    sleeping.push({ at, order, wake });
  };
  const sleep = (until: string): Promise<void> =>
    new Promise((wake) => {
      sleepUntil(until, wake);
      lieDown();
    });
  for (const { from, live } of lives)
    sleepUntil(from, () => {
      live(sleep)
        .catch((because: unknown) => {
          failure ??= { because };
        })
        .finally(() => lieDown());
    });
  for (;;) {
    const next = takeFirst(sleeping);
    if (!next || next.at > end) break;
    clock.set(next.at);
    await new Promise<void>((down) => {
      lieDown = down;
      next.wake();
    });
    if (failure) throw failure.because;
  }
  clock.set(end);
}

function takeFirst<One extends { readonly at: string; readonly order: number }>(all: One[]): One | undefined {
  const [first] = all;
  if (!first) return undefined;
  let best = 0;
  for (const [index, one] of all.entries()) {
    const least = all[best] ?? first;
    if (one.at < least.at || (one.at === least.at && one.order < least.order)) best = index;
  }
  return all.splice(best, 1)[0];
}
