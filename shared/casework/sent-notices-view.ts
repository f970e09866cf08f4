import type { listSentNotices } from "../contract/notice-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import type { CaseEvent } from "../domain/case-events.ts";
import { sentNotices } from "../domain/sent-notices.ts";

export type SentNoticeView = AnswerOf<typeof listSentNotices>["sent"][number];

/**
 * Returns the messages sent to the claimant, the last first, each with its delivery outcome. Of an e-mail address only
 * the first character and the domain are shown, of a telephone the last three digits.
 */
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

/** An address or number with only so much shown as distinguishes it from another of the same person. */
function masked(to: string): string {
  const at = to.lastIndexOf("@");
  return at < 0 ? `••• ••• ${to.slice(-3)}` : `${to.slice(0, 1)}•••${to.slice(at)}`;
}

/** Returns `text` with every occurrence of each of `secrets` replaced by dots; empty secrets are skipped. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => (secret ? shown.replaceAll(secret, "••••••") : shown), text);
}
