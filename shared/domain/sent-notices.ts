import { type CaseEvent, type CaseEventOf, entriesOf } from "./case-events.ts";

/** What is known of something that was sent: each instant is its provider's, but for the sending. */
export interface SentNotice {
  readonly sent: CaseEventOf<"notice-sent">;
  /** The entry that was told. */
  readonly of: CaseEvent;
  readonly deliveredAt?: string | undefined;
  readonly delayedAt?: string | undefined;
  readonly bounced?: CaseEventOf<"notice-bounced"> | undefined;
  readonly complainedAt?: string | undefined;
  /** When its addressee said that it came, where that can be said of it. */
  readonly acknowledgedAt?: string | undefined;
}

/** All that was sent in a case, in order, each with what became of it. What its provider tells may come in any order. */
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

/** What a provider tells of what was sent. */
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

/** How what was sent of an entry came back, if it did. */
export function bounceOf(events: readonly CaseEvent[], seq: number): CaseEventOf<"notice-bounced"> | undefined {
  return entriesOf(events, "notice-bounced").find(({ details }) => details.seq === seq);
}

/** Whether nothing more comes to an address, or to a telephone: who carries it said that there is none such. */
export function isDeadAddress(events: readonly CaseEvent[], address: string): boolean {
  return entriesOf(events, "notice-bounced").some(
    ({ details: { to, reason } }) => to === address && reason === "permanent",
  );
}
