import type { LateRisk } from "../board/late-risk.ts";
import { type CaseEvent, lastEntry } from "../case/case-events.ts";
import type { NoticeChannel } from "../case/claim-events.ts";
import type { CalendarDay } from "../term/calendar-day.ts";

/** The most decisions that are dispatched with one act. */
export const mostDispatchedAtOnce = 50;

/** Why a decision is to be dispatched: it never was, its mail came back, or nobody acknowledged its mail. */
export const dispatchReasons = ["not-dispatched", "bounced", "not-acknowledged"] as const;
export type DispatchReason = (typeof dispatchReasons)[number];

/**
 * Returns why a decision with the risk `risk` is to be dispatched on the day `today`. Undefined if it is on its way, or
 * if its mail may still be acknowledged: through the first day of that risk.
 */
export function dispatchReason(risk: LateRisk | undefined, today: CalendarDay): DispatchReason | undefined {
  const reason = dispatchReasons.find((one) => one === risk?.reason);
  return reason === "not-acknowledged" && risk && risk.from >= today ? undefined : reason;
}

/**
 * Returns by which means the decision of a case was dispatched last, and when. Undefined if it was not dispatched since
 * its last signature.
 */
export function lastDispatch(
  events: readonly CaseEvent[],
): { readonly channel: NoticeChannel; readonly at: string } | undefined {
  const sent = lastEntry(events, "resolution-dispatched");
  const signed = lastEntry(events, "resolution-signed");
  return sent && sent.seq > (signed?.seq ?? 0) ? { channel: sent.channel, at: sent.recordedAt } : undefined;
}
