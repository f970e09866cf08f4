import { logFailure } from "./log.ts";
import { mapWithConcurrency } from "./map-with-concurrency.ts";

/** A claim not begun by then is left for the same request, sent again: the gateway waits half a minute. */
const longestMs = 20_000;

/** A claim that failed or was not begun in time: the same request, sent again, goes on with it. */
export interface Left {
  readonly claimId: string;
  readonly outcome: "left";
}

/**
 * Runs an act of staff on each of the chosen claims, which count once each, and returns one outcome for each in their
 * order: what `act` returns, or `left` if it throws or 20 seconds were over before it began.
 * @param event what the log calls an act that threw
 */
export async function inBatch<Chosen extends { readonly claimId: string }, Outcome>(
  claims: readonly Chosen[],
  event: string,
  act: (one: Chosen) => Promise<Outcome>,
): Promise<(Outcome | Left)[]> {
  const began = performance.now();
  const chosen = [...new Map(claims.map((one) => [one.claimId, one])).values()];
  const outcomes = await mapWithConcurrency(chosen, async (one): Promise<Outcome | Left> => {
    const { claimId } = one;
    if (performance.now() - began > longestMs) return { claimId, outcome: "left" };
    return act(one).catch((failure: unknown) => {
      logFailure(event, failure, { claimId });
      return { claimId, outcome: "left" };
    });
  });
  return [...outcomes];
}
