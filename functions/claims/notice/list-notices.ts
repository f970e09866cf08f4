import { openMatters } from "../../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { sentNoticesView } from "../../../shared/casework/notice/sent-notices-view.ts";
import { listNotices as route } from "../../../shared/contract/case-copy/claim-file-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { acknowledgementOf } from "./notice.ts";

/**
 * Answers the messages sent to the claimant, the last first, each with whether it was delivered or came back. A message
 * that notifies an act also has the key that opens its notice, and the instant it was acknowledged or, if it may still
 * be acknowledged, the last day for that. Refuses `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const listNotices = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    return found.ok ? ok({ code: found.value.file.head.code, notices: noticesOf(found.value) }) : found;
  });

function noticesOf({ file: { events }, claim, law }: CaseAt): AnswerOf<typeof route>["notices"] {
  const open = openMatters(events, claim, law)["acknowledge-notice"] ?? [];
  return sentNoticesView(events).map(({ seq, subject, sentAt, channel, to, deliveredAt, bouncedAt }) => {
    const entry = events[seq - 1];
    const key = entry && "noticeKey" in entry.details ? entry.details.noticeKey : undefined;
    const noticeId = entry && "noticeId" in entry.details ? entry.details.noticeId : undefined;
    const acknowledgedAt = noticeId === undefined ? undefined : acknowledgementOf(events, noticeId)?.effectiveAt;
    const waits = open.find(({ about }) => about === key);
    return {
      seq,
      subject,
      sentAt,
      channel,
      ...(to !== undefined && { to }),
      ...(deliveredAt !== undefined && { deliveredAt }),
      ...(bouncedAt !== undefined && { bouncedAt }),
      ...(key !== undefined && {
        notifies: {
          key,
          ...(acknowledgedAt !== undefined && { acknowledgedAt }),
          ...(waits?.until !== undefined && acknowledgedAt === undefined && { until: waits.until }),
        },
      }),
    };
  });
}
