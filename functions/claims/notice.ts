import { caseUpTo } from "../../shared/casework/case-at.ts";
import { lastDayToAcknowledge } from "../../shared/casework/notice-days.ts";
import type { showNotice } from "../../shared/contract/claim-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../../shared/domain/case-events.ts";
import { termFor, workingOf } from "../../shared/domain/claim-clocks.ts";
import { ok } from "../../shared/domain/result.ts";
import type { CaseFile } from "../../shared/storage/case-files.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** A notice and the case it stands in. */
export interface Notice {
  readonly file: CaseFile;
  readonly noticeId: string;
}

/** The notice a key opens. */
export async function noticeOf(
  { caseFiles }: ClaimDesk,
  noticeKey: string,
): Promise<Answer<Notice, "notice-not-found">> {
  const found = await caseFiles.claimOfNotice(noticeKey);
  const file = found && (await caseFiles.read(found.claimId));
  return file ? ok({ file, noticeId: found.noticeId }) : refused("notice-not-found");
}

/** When a notice took effect; nothing while it waits. */
export function acknowledgementOf(
  events: readonly CaseEvent[],
  noticeId: string,
): CaseEventOf<"resolution-notified"> | undefined {
  return entriesOf(events, "resolution-notified").find(({ details }) => details.noticeId === noticeId);
}

/** The resolution a notice tells, and when it was sent. Throws for a notice its own case does not hold. */
export function noticed({ file: { events, head }, noticeId }: Notice): {
  readonly issued: CaseEventOf<"resolution-issued">;
  readonly sentAt: string;
} {
  const sent = entriesOf(events, "resolution-dispatched").find(({ details }) => details.noticeId === noticeId);
  const issued = sent && lastEntry(events.slice(0, sent.seq), "resolution-issued");
  if (!issued) throw new Error(`claim ${head.claimId} holds no notice ${noticeId}`);
  return { issued, sentAt: sent.recordedAt };
}

/** A notice as who has its key sees it: what it decides is told with its acknowledgement, and the term it starts. */
export function noticeView(notice: Notice, tenant: Tenant): AnswerOf<typeof showNotice> {
  const { file, noticeId } = notice;
  const { issued, sentAt } = noticed(notice);
  const acknowledged = acknowledgementOf(file.events, noticeId);
  const { law, claim } = caseUpTo(file, acknowledged?.seq ?? file.events.length, tenant);
  return {
    code: file.head.code,
    number: issued.number,
    issuedOn: limaDay(issued.effectiveAt),
    sentAt,
    acknowledgeBy: lastDayToAcknowledge(sentAt, law, termFor("resolution-notified", claim, law)?.dueDate),
    ...(acknowledged && {
      acknowledgedAt: acknowledged.effectiveAt,
      outcome: issued.outcome,
      decision: issued.details.decision,
      reasons: issued.details.reasons,
      recourseUntil: workingOf("T11", claim, law)?.dueDate,
    }),
  };
}
