import type { listSentNotices } from "../../contract/notice/sent-notice-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import type { CaseEvent } from "../../domain/case/case-events.ts";
import { sentNotices } from "../../domain/notice/sent-notices.ts";
import { maskedContact } from "../claim/masked-contact.ts";

export type SentNoticeView = AnswerOf<typeof listSentNotices>["sent"][number];

/**
 * Returns the messages sent to the claimant, the last first, each with its delivery outcome and the address as
 * `maskedContact` shows it.
 */
export function sentNoticesView(events: readonly CaseEvent[]): SentNoticeView[] {
  return sentNotices(events)
    .map(({ sent: { recordedAt: sentAt, details }, of, bounced, ...outcome }) => {
      const { seq, channel, to, subject, sha256, messageId } = details;
      return {
        seq,
        of: of.type,
        channel,
        to: to && maskedContact(to),
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

/** Returns `text` with every occurrence of each of `secrets` replaced by dots; empty secrets are skipped. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => (secret ? shown.replaceAll(secret, "••••••") : shown), text);
}
