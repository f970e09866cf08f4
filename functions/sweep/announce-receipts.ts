import { limaTime } from "../../shared/domain/term/calendar-day.ts";
import type { LastLoad } from "../../shared/storage/billing/load-notes.ts";
import type { ReceiptNewsList } from "../../shared/storage/notice/receipt-news.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";

export interface AnnounceDeps {
  readonly receiptNewsList: ReceiptNewsList;
  readonly lastLoad: Pick<LastLoad, "readReceipts">;
  readonly noticeWork: WorkerQueue;
}

const page = 100;

/** `HH:MM` in Lima between which people are written to about a receipt. */
const wakes = "08:00";
const rests = "20:00";

/**
 * Queues, after each load of receipts, a task for every account that agreed to news of receipts, and then notes the
 * load. Does so once for each load, and only between 08:00 and 20:00 in Lima. A run that was killed is repeated whole.
 * Returns how many tasks were queued; 0 if nothing was loaded since the load noted last.
 */
export async function announceReceipts(deps: AnnounceDeps, now: string): Promise<number> {
  const { receiptNewsList, lastLoad, noticeWork } = deps;
  const { time } = limaTime(now);
  if (time < wakes || time >= rests) return 0;
  const loadedAt = await lastLoad.readReceipts();
  const before = await receiptNewsList.announcedLoad();
  if (loadedAt === undefined || (before !== undefined && before >= loadedAt)) return 0;
  let asked = 0;
  for (let after: string | undefined; ; ) {
    const accounts = await receiptNewsList.agreed(page, after);
    for (const sub of accounts) await noticeWork.send({ sub, announce: "receipts" });
    asked += accounts.length;
    after = accounts.at(-1);
    if (accounts.length < page) break;
  }
  await receiptNewsList.noteLoad(loadedAt);
  return asked;
}
