import { lastDayOf } from "../../shared/casework/plan-visit.ts";
import { type CaseDesk, record } from "../../shared/casework/record.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import { longDate } from "../../shared/domain/spanish-dates.ts";
import type { Queue } from "../../shared/domain/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case-files.ts";
import type { Places } from "../../shared/storage/places.ts";
import { logFailure } from "../runtime/log.ts";

interface WaitingAlertDesk extends CaseDesk {
  readonly places: Places;
}

const by = { kind: "system", name: "sweep" } as const;
const page = 50;
/** Where a claim stands while it may still be given its places. */
const lists: readonly Queue[] = ["admission", "investigation", "conciliation"];

/**
 * Tells the manager of claims that wait for their visit and their hearing, from the working day before the last on which
 * they can be given in time: once for the claims of a supply of a day, in the first of them that is met.
 */
export async function alertWaiting(desk: WaitingAlertDesk, now: string): Promise<{ alerted: number; failed: number }> {
  const told = { alerted: 0, failed: 0 };
  const tomorrow = lastDayOf(desk.tenant, limaDay(now), 1);
  const met = new Set<string>();
  for (const queue of lists)
    for await (const head of headsIn(desk, queue)) {
      const origin = `${head.supplyCode} ${head.filedOn}`;
      if (!head.placesWait || head.placesWait.giveBy > tomorrow || met.has(origin)) continue;
      met.add(origin);
      try {
        if (await alertOf(desk, head, now)) told.alerted += 1;
      } catch (failure) {
        logFailure("not-alerted", failure, { claimId: head.claimId });
        told.failed += 1;
      }
    }
  return told;
}

async function* headsIn({ caseFiles, tenant }: CaseDesk, queue: Queue): AsyncGenerator<StoredHead> {
  let after: QueuePosition | undefined;
  do {
    const heads = await caseFiles.inQueue(tenant.office.code.value, queue, page, after);
    yield* heads;
    const last = heads.at(-1);
    after = last && heads.length === page ? queuePositionOf(last) : undefined;
  } while (after);
}

/** Whether the manager was told now: not where the claims of that day were told of, or it waits no more. */
async function alertOf(desk: WaitingAlertDesk, { claimId, supplyCode, filedOn }: StoredHead, now: string) {
  const of = { kind: "waiting", zone: supplyCode, day: filedOn } as const;
  if (await desk.places.isNoted(of)) return false;
  const key = `places wait ${supplyCode} ${filedOn}`;
  const recorded = await record(desk, { claimId, now, write: { key, contentHash: key } }, ({ file: { head } }) => {
    const { placesWait } = head;
    if (!placesWait) return ok({ entries: [] });
    const reason = `Espera lugar para su visita y su audiencia: hay que darle lugar a más tardar el ${longDate(placesWait.giveBy)}, o no se harán dentro del plazo.`;
    return ok({
      entries: [{ type: "manager-alerted", effectiveAt: now, by, details: { reason } }],
      also: [desk.places.note(of)],
    });
  });
  if (!recorded.ok) throw new Error(`the alert of claim ${claimId} was not recorded: ${recorded.error}`);
  return true;
}
