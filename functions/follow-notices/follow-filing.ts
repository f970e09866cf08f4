import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { Fate, FollowDesk } from "./follow-notices.ts";

const tries = 6;

/**
 * Of a filing's mail is kept that nothing more may go there, and that it told nobody: a mail that comes back before the
 * days to mend an observation are over takes its telling back, and the clerk tells its person otherwise. The rest is seen
 * where it was filed.
 */
export async function followFiling(
  desk: FollowDesk,
  { filingId, step }: { readonly filingId: string; readonly step: number },
  { became, at, reason }: Fate,
): Promise<void> {
  const isGone = became === "bounced" && reason === "permanent";
  if (isGone || became === "complained")
    await desk.filings.returnMail(filingId, { at, why: isGone ? "bounced" : "complained" });
  if (became === "bounced") await takeBack(desk, filingId, { at, isOf: (told) => isGone || told === step });
}

interface Returned {
  readonly at: string;
  /** Whether what came back means that the mail of a step did not come either. */
  readonly isOf: (step: number) => boolean;
}

async function takeBack(desk: FollowDesk, filingId: string, returned: Returned): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const filing = await desk.filings.find(filingId);
    if (!filing || !stoodOnMail(filing, returned)) return;
    const entry = { type: "untold", at: desk.now(), by: "follow-notices", to: "email" } as const;
    // The sweep may have been first, at the last hour: who was told of nothing lost nothing.
    const step = { entry, set: { state: "observed", remedyBy: undefined } } as const;
    if ((await desk.transact(desk.filings.step(filing, step))).done) return;
  }
  throw new Error(`others wrote in filing ${filingId} while its telling was taken back`);
}

/** Whether the days to mend it run, or ran out, by a mail that came back before they were over. */
function stoodOnMail({ state, remedyBy, entries }: FilingRecord, { at, isOf }: Returned): boolean {
  if (remedyBy === undefined || (state !== "observed" && state !== "not-presented")) return false;
  const last = entries.findLast(({ type }) => type === "told" || type === "untold");
  const observed = entries.findIndex(({ type }) => type === "observed") + 1;
  return last?.type === "told" && last.to === "email" && isOf(observed) && limaDay(at) <= remedyBy;
}
