import { type CaseEvent, type CaseEventOf, entriesOf } from "../case/case-events.ts";

/** A notice that was sent, and what is known of its delivery. Instants are the provider's. */
export interface SentNotice {
  readonly sent: CaseEventOf<"notice-sent">;
  /** The entry that the notice is about. */
  readonly of: CaseEvent;
  readonly deliveredAt?: string | undefined;
  readonly delayedAt?: string | undefined;
  readonly bounced?: CaseEventOf<"notice-bounced"> | undefined;
  /** When the addressee marked the notice as spam. */
  readonly complainedAt?: string | undefined;
  /** When the addressee acknowledged it, if its entry has a notice to acknowledge. */
  readonly acknowledgedAt?: string | undefined;
}

/**
 * Returns the notices sent in a case, in order, each with its delivery outcome. Providers' reports may arrive in any
 * order; of several of one type, the first recorded is taken. A notice about an entry that does not exist is left out.
 */
export function sentNotices(events: readonly CaseEvent[]): readonly SentNotice[] {
  return entriesOf(events, "notice-sent").flatMap((sent) => {
    const of = events[sent.details.seq - 1];
    if (!of) return [];
    const mine = <Type extends DeliveryOutcomeType>(type: Type) =>
      events.find((one): one is CaseEventOf<Type> => one.type === type && isOf(one, sent));
    return [
      {
        sent,
        of,
        deliveredAt: mine("notice-delivered")?.effectiveAt,
        delayedAt: mine("notice-delayed")?.effectiveAt,
        bounced: mine("notice-bounced"),
        complainedAt: mine("notice-complained")?.effectiveAt,
        acknowledgedAt: acknowledgedAt(events, of),
      },
    ];
  });
}

/** Reports of a provider about a notice. */
export type DeliveryOutcomeType = "notice-delivered" | "notice-delayed" | "notice-bounced" | "notice-complained";

function isOf({ details }: CaseEvent, { details: { messageId } }: CaseEventOf<"notice-sent">): boolean {
  return "messageId" in details && details.messageId === messageId;
}

function acknowledgedAt(events: readonly CaseEvent[], { seq, details }: CaseEvent): string | undefined {
  const noticeId = "noticeId" in details ? details.noticeId : undefined;
  if (noticeId === undefined) return undefined;
  return events
    .slice(seq)
    .find(
      (one) =>
        "noticeId" in one.details &&
        one.details.noticeId === noticeId &&
        (one.type === "notice-acknowledged" || ("how" in one.details && one.details.how === "acknowledged")),
    )?.effectiveAt;
}

/** Returns the first bounce of the notices about entry `seq`, or undefined if none bounced. */
export function bounceOf(events: readonly CaseEvent[], seq: number): CaseEventOf<"notice-bounced"> | undefined {
  return entriesOf(events, "notice-bounced").find(({ details }) => details.seq === seq);
}

/**
 * Returns whether a provider reported in this case that an address or telephone does not exist: a bounce with the
 * reason `permanent`.
 */
export function isDeadAddress(events: readonly CaseEvent[], address: string): boolean {
  return entriesOf(events, "notice-bounced").some(
    ({ details: { to, reason } }) => to === address && reason === "permanent",
  );
}
