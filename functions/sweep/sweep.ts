import { caseAt, caseHeadAt, headAfter } from "../../shared/casework/case-at.ts";
import { holdsFile } from "../../shared/casework/holds-file.ts";
import { alongWith, type CaseDesk } from "../../shared/casework/record.ts";
import { addDays, limaDay } from "../../shared/domain/calendar-day.ts";
import { type Queue, queues } from "../../shared/domain/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case-files.ts";
import type { ExchangeFiles } from "../../shared/storage/exchange-files.ts";
import { log, logFailure } from "../runtime/log.ts";

/** What the sweep works with. */
export interface SweepDesk extends CaseDesk {
  readonly exchangeFiles: ExchangeFiles;
  readonly now: () => string;
}

const page = 50;
/** Files of so many days before today are written again: a sweep that was down over a long weekend loses none. */
const daysRewritten = 10;

/**
 * Brings what is stored of each claim to what time has made of it: the list it stands on, the hold as the commercial
 * system is told, its owner's count; then writes the exchange files of the last days. Nothing legal depends on it:
 * a claim is read by its history. Again, or beside another, it changes nothing more; a claim that somebody writes in
 * meanwhile is left to that write, or to the next hour.
 */
export const sweep = (desk: SweepDesk) => async (): Promise<void> => {
  const now = desk.now();
  const swept: Swept = { refreshed: 0, failed: 0 };
  for (const queue of queues) await sweepQueue(desk, queue, now, swept);
  const today = limaDay(now);
  for (let back = daysRewritten; back >= 0; back -= 1) {
    const day = addDays(today, -back);
    const { fileName, csv } = holdsFile(day, await desk.holds.ofDay(day));
    await desk.exchangeFiles.write(fileName, csv);
  }
  log("info", "swept", { ...swept });
  if (swept.failed > 0) throw new Error(`${swept.failed} claims could not be swept`);
};

/** Claims brought up to date, and claims that could not be: these hold up no other, and fail the run for its alarm. */
interface Swept {
  refreshed: number;
  failed: number;
}

/** Walks a list up to today: no claim's state lapses after its legal day there, as it was when it was written. */
async function sweepQueue(desk: SweepDesk, queue: Queue, now: string, swept: Swept): Promise<void> {
  const today = limaDay(now);
  let after: QueuePosition | undefined;
  for (;;) {
    const heads = await desk.caseFiles.inQueue(desk.tenant.office.code.value, queue, page, after);
    const due = heads.filter((head) => queuePositionOf(head).dueOn <= today);
    for (const { claimId } of due.filter((head) => hasMoved(head, now))) await sweepOne(desk, claimId, now, swept);
    const last = due.at(-1);
    if (!last || due.length < page) return;
    after = queuePositionOf(last);
  }
}

async function sweepOne(desk: SweepDesk, claimId: string, now: string, swept: Swept): Promise<void> {
  try {
    if (await refreshOne(desk, claimId, now)) swept.refreshed += 1;
  } catch (failure) {
    logFailure("not-swept", failure, { claimId });
    swept.failed += 1;
  }
}

function hasMoved(head: StoredHead, now: string): boolean {
  return caseHeadAt(head, now).steps.length < head.steps.length;
}

async function refreshOne(desk: SweepDesk, claimId: string, now: string): Promise<boolean> {
  const file = await desk.caseFiles.read(claimId);
  if (!file || !hasMoved(file.head, now)) return false;
  const at = caseAt(file, desk.tenant, now);
  const head = headAfter(file.head, file.events, at.law, now);
  return desk.caseFiles.refresh(file, head, await alongWith(desk, at, head));
}
