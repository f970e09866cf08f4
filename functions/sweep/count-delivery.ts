import { type CaseDeps, record } from "../../shared/casework/case/record.ts";
import { countedDelivery } from "../../shared/casework/delivery/early-delivery.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";

/**
 * Records `resolution-notified` for a delivery made outside working hours, once the next ones have begun, in the name
 * of who made it. Writes nothing if `countedDelivery` has no fact for the case, as after another run did it. Throws if
 * the case refuses the write.
 */
export async function countDelivery(deps: CaseDeps, known: CaseFile, now: string): Promise<void> {
  const { claimId } = known.head;
  const recorded = await record(deps, { claimId, now, known }, (at) => {
    const fact = countedDelivery(at);
    return ok({ entries: fact ? [fact] : [] });
  });
  if (!recorded.ok) throw new Error(`the delivery of claim ${claimId} was not counted: ${recorded.error}`);
}
