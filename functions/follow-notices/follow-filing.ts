import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { Fate, FollowDesk } from "./follow-notices.ts";

const tries = 6;

/** A message of a filing: the step it told, and the way it went. */
interface FilingMessage {
  readonly filingId: string;
  readonly step: number;
  readonly how: "email" | "sms";
}

/**
 * Of a filing's messages is kept that no more mail may go to its address, and which told nobody: one that comes back before
 * the days to mend an observation are over takes its telling back, and its person is told otherwise. The rest is seen where
 * it was filed.
 */
export async function followFiling(
  desk: FollowDesk,
  message: FilingMessage,
  { became, at, reason }: Fate,
): Promise<void> {
  const isGone = became === "bounced" && reason === "permanent";
  if (message.how === "email" && (isGone || became === "complained"))
    await desk.filings.returnMail(message.filingId, { at, why: isGone ? "bounced" : "complained" });
  if (became === "bounced") await takeBack(desk, message, { at, isGone });
}

interface Returned {
  readonly at: string;
  /** Where nothing arrives any more: what was told there by another message did not come either. */
  readonly isGone: boolean;
}

async function takeBack(desk: FollowDesk, message: FilingMessage, returned: Returned): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const filing = await desk.filings.find(message.filingId);
    if (!filing || !stoodOn(message, filing, returned)) return;
    const entry = { type: "untold", at: desk.now(), by: "follow-notices", to: message.how } as const;
    // The sweep may have been first, at the last hour: who was told of nothing lost nothing.
    const step = { entry, set: { state: "observed", remedyBy: undefined } } as const;
    if ((await desk.transact(desk.filings.step(filing, step))).done) return;
  }
  throw new Error(`others wrote in filing ${message.filingId} while its telling was taken back`);
}

/** Whether the days to mend it run, or ran out, by a message that came back before they were over. */
function stoodOn(
  { step, how }: FilingMessage,
  { state, remedyBy, entries }: FilingRecord,
  { at, isGone }: Returned,
): boolean {
  if (remedyBy === undefined || (state !== "observed" && state !== "not-presented")) return false;
  const last = entries.findLast(({ type }) => type === "told" || type === "untold");
  const told = entries[step - 1]?.type;
  const isOfIt = isGone || told === "observed" || told === "untold";
  return last?.type === "told" && last.to === how && isOfIt && limaDay(at) <= remedyBy;
}
