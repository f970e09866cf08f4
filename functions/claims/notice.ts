import { type CaseAt, caseNow, caseUpTo } from "../../shared/casework/case-at.ts";
import { unreadMailboxDay } from "../../shared/casework/deemed-service.ts";
import { lastDayToAcknowledge } from "../../shared/casework/notice-days.ts";
import type { showNotice } from "../../shared/contract/claim-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../../shared/domain/case-events.ts";
import { termFor, workingOf } from "../../shared/domain/claim-clocks.ts";
import { formatCents } from "../../shared/domain/money.ts";
import { ok } from "../../shared/domain/result.ts";
import type { CaseFile } from "../../shared/storage/case-files.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import type { ClaimDeps } from "./claim-deps.ts";

type View = AnswerOf<typeof showNotice>;

/** A notice and the case it stands in. */
export interface Notice {
  readonly file: CaseFile;
  readonly noticeId: string;
}

/** What a notice tells: a decision, or another act. */
type Noticed =
  | { readonly sent: CaseEventOf<"resolution-dispatched">; readonly issued: CaseEventOf<"resolution-issued"> }
  | { readonly sent: CaseEventOf<"notice-dispatched">; readonly issued?: undefined };

/** The notice a key opens. */
export async function noticeOf(
  { caseFiles }: ClaimDeps,
  noticeKey: string,
): Promise<Answer<Notice, "notice-not-found">> {
  const found = await caseFiles.claimOfNotice(noticeKey);
  const file = found && (await caseFiles.read(found.claimId));
  return file ? ok({ file, noticeId: found.noticeId }) : refused("notice-not-found");
}

const acknowledging: ReadonlySet<CaseEvent["type"]> = new Set([
  "resolution-notified",
  "defect-notified",
  "leak-repair-required",
  "new-evidence-asked",
  "meter-test-notified",
  "notice-acknowledged",
]);

/** What a notice made take effect; nothing while it waits. */
export function acknowledgementOf(events: readonly CaseEvent[], noticeId: string): CaseEvent | undefined {
  return events.find(
    ({ type, details }) => acknowledging.has(type) && "noticeId" in details && details.noticeId === noticeId,
  );
}

/** What a notice tells, and when it was sent. Throws for a notice its own case does not hold. */
export function noticed({ file: { events, head }, noticeId }: Notice): Noticed {
  const act = entriesOf(events, "notice-dispatched").find(({ details }) => details.noticeId === noticeId);
  if (act) return { sent: act };
  const sent = entriesOf(events, "resolution-dispatched").find(({ details }) => details.noticeId === noticeId);
  const issued = sent && lastEntry(events.slice(0, sent.seq), "resolution-issued");
  if (!issued) throw new Error(`claim ${head.claimId} holds no notice ${noticeId}`);
  return { sent, issued };
}

/** The day a decision takes effect that was left in a mailbox and not opened, if it did. */
export function unreadSince(notice: Notice, at: CaseAt): ReturnType<typeof unreadMailboxDay> {
  const { sent } = noticed(notice);
  return sent.type === "resolution-dispatched" ? unreadMailboxDay(at, sent) : undefined;
}

/**
 * A notice as who has its key sees it: what it tells is shown once it took effect, with the term that starts.
 * @param now an instant, ISO 8601 in UTC
 */
export function noticeView(notice: Notice, tenant: Tenant, now: string): View {
  const { file, noticeId } = notice;
  const noticed_ = noticed(notice);
  const acknowledged = acknowledgementOf(file.events, noticeId);
  const at = acknowledged ? caseUpTo(file, acknowledged.seq, tenant) : caseNow(file, tenant, now);
  const notifiedOn = acknowledged ? limaDay(acknowledged.effectiveAt) : unreadSince(notice, at);
  const notifyBy = noticed_.issued && termFor("resolution-notified", at.claim, at.law)?.dueDate;
  return {
    claimId: file.head.claimId,
    code: file.head.code,
    of: noticed_.issued ? "resolution" : noticed_.sent.details.of,
    number: noticed_.issued?.number,
    issuedOn: limaDay((noticed_.issued ?? noticed_.sent).effectiveAt),
    sentAt: noticed_.sent.recordedAt,
    acknowledgeBy: lastDayToAcknowledge(noticed_.sent.recordedAt, at.law, notifyBy),
    acknowledgedAt: acknowledged?.effectiveAt,
    notifiedOn,
    ...(notifiedOn && (noticed_.issued ? decided(noticed_.issued, at) : contentOf(noticed_.sent, at))),
  };
}

function decided({ outcome, details }: CaseEventOf<"resolution-issued">, { claim, law }: CaseAt): Partial<View> {
  const { decision, reasons, months } = details;
  return {
    outcome,
    decision,
    reasons,
    months: months.map(({ corrected, ...month }) => ({
      ...month,
      ...(corrected && { corrected: { m3: corrected.m3, amount: formatCents(corrected.amount) } }),
    })),
    recourseUntil: workingOf("T11", claim, law)?.dueDate,
  };
}

function contentOf({ details: { of, says } }: CaseEventOf<"notice-dispatched">, { claim, law }: CaseAt): Partial<View> {
  const isRemedied = of === "observation" || of === "new-evidence";
  return { says: [...says], remedyUntil: isRemedied ? workingOf("T04", claim, law)?.dueDate : undefined };
}
