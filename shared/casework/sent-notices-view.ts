import type { listSentNotices } from "../contract/notice-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import type { CaseEvent } from "../domain/case-events.ts";
import { sentNotices } from "../domain/sent-notices.ts";

/** What was sent of an entry, as lists of a case show it. */
export type SentNoticeView = AnswerOf<typeof listSentNotices>["sent"][number];

/** All that was sent to the claimant, the last first, with what became of each. */
export function sentNoticesView(events: readonly CaseEvent[]): SentNoticeView[] {
  return sentNotices(events)
    .map(({ sent: { recordedAt: sentAt, details }, of, bounced, ...outcome }) => {
      const { seq, channel, to, subject, sha256, messageId } = details;
      return {
        seq,
        of: of.type,
        channel,
        to: to && masked(to),
        subject,
        sha256,
        messageId,
        sentAt,
        ...outcome,
        bouncedAt: bounced?.effectiveAt,
        bounce: bounced?.details.reason,
      };
    })
    .reverse();
}

/** An address or a number, as much of it as tells it from another of the same person. */
function masked(to: string): string {
  const at = to.lastIndexOf("@");
  return at < 0 ? `••• ••• ${to.slice(-3)}` : `${to.slice(0, 1)}•••${to.slice(at)}`;
}

/** A text that was sent without what only its addressee may know. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => (secret ? shown.replaceAll(secret, "••••••") : shown), text);
}
