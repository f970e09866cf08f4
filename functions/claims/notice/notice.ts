import { decidedMonthsView } from "../../../shared/casework/board/decided-since.ts";
import { type CaseAt, caseNow, caseUpTo } from "../../../shared/casework/case/case-at.ts";
import { lastDayToAcknowledge } from "../../../shared/casework/delivery/days-to-acknowledge.ts";
import { deemedServiceDay } from "../../../shared/casework/delivery/deemed-service.ts";
import { partsOf } from "../../../shared/casework/resolution/decisions-view.ts";
import type { showNotice } from "../../../shared/contract/claim/claim-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import { formatCents } from "../../../shared/domain/receipt/money.ts";
import { reasonsWith } from "../../../shared/domain/resolution/resolution-answers.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { termFor, workingOf } from "../../../shared/domain/term/claim-clocks.ts";
import { workingDaysUntil } from "../../../shared/domain/term/due-dates.ts";
import type { CaseFile } from "../../../shared/storage/case/case-files.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import type { ClaimDeps } from "../claim-deps.ts";

type View = AnswerOf<typeof showNotice>;

/** A notice and the case that it was sent in. */
export interface Notice {
  readonly file: CaseFile;
  readonly noticeId: string;
}

/** What a notice notifies: a decision (`issued`), or another act. */
type Noticed =
  | { readonly sent: CaseEventOf<"resolution-dispatched">; readonly issued: CaseEventOf<"resolution-issued"> }
  | { readonly sent: CaseEventOf<"notice-dispatched">; readonly issued?: undefined };

/**
 * Returns the id of the notice that a key opens, acknowledged or not, and its case file; with `recent`, what came in
 * the last moments may be missing, but not the notice. Refuses `notice-not-found` if the key opens no notice.
 */
export async function noticeOf(
  { caseFiles }: ClaimDeps,
  noticeKey: string,
  how?: "recent",
): Promise<Answer<Notice, "notice-not-found">> {
  const found = await caseFiles.claimOfNotice(noticeKey);
  if (!found) return refused("notice-not-found");
  const { claimId, noticeId } = found;
  const recent = how && (await caseFiles.read(claimId, how));
  const file = recent && sentIn(recent, noticeId) ? recent : await caseFiles.read(claimId);
  return file ? ok({ file, noticeId }) : refused("notice-not-found");
}

/** Returns the entry that sent a notice; undefined if there is none. */
function sentIn({ events }: CaseFile, noticeId: string): Noticed["sent"] | undefined {
  const sent = [...entriesOf(events, "notice-dispatched"), ...entriesOf(events, "resolution-dispatched")];
  return sent.find(({ details }) => details.noticeId === noticeId);
}

const acknowledging: ReadonlySet<CaseEvent["type"]> = new Set([
  "resolution-notified",
  "defect-notified",
  "leak-repair-required",
  "new-evidence-asked",
  "meter-test-notified",
  "notice-acknowledged",
]);

/**
 * Returns the entry that put the act of a notice into effect, such as `resolution-notified`; undefined if there is
 * none. A deemed service by mailbox records no such entry.
 */
export function acknowledgementOf(events: readonly CaseEvent[], noticeId: string): CaseEvent | undefined {
  return events.find(
    ({ type, details }) => acknowledging.has(type) && "noticeId" in details && details.noticeId === noticeId,
  );
}

/**
 * Returns the entry that sent a notice. If the notice is of a decision, also returns the last resolution issued before
 * the notice was sent (`issued`). Throws if the case has no such notice.
 */
export function noticed({ file, noticeId }: Notice): Noticed {
  const sent = sentIn(file, noticeId);
  if (sent?.type === "notice-dispatched") return { sent };
  const issued = sent && lastEntry(file.events.slice(0, sent.seq), "resolution-issued");
  if (!issued) throw new Error(`claim ${file.head.claimId} holds no notice ${noticeId}`);
  return { sent, issued };
}

/**
 * Returns the day of the deemed service by mailbox of a decision. Undefined if the notice is not of a decision or not
 * by mailbox, if it was acknowledged before that day, or if that day is still to come.
 */
export function deemedServedOn(notice: Notice, at: CaseAt): ReturnType<typeof deemedServiceDay> {
  const { sent } = noticed(notice);
  return sent.type === "resolution-dispatched" ? deemedServiceDay(at, sent) : undefined;
}

/**
 * Returns a notice as the holder of its key sees it at the instant `now` (ISO 8601 in UTC). What the notice says, and
 * the last day of the term that starts with it, are shown only if the notice was acknowledged or is deemed served by
 * mailbox. Entries recorded after the acknowledgement do not change what is shown.
 */
export function noticeView(notice: Notice, tenant: Tenant, now: string): View {
  const { file, noticeId } = notice;
  const { sent, issued } = noticed(notice);
  const acknowledged = acknowledgementOf(file.events, noticeId);
  const at = acknowledged ? caseUpTo(file, acknowledged.seq, tenant) : caseNow(file, tenant, now);
  const notifiedOn = acknowledged ? limaDay(acknowledged.effectiveAt) : deemedServedOn(notice, at);
  const notifyBy = issued && termFor("resolution-notified", at.claim, at.law)?.dueDate;
  const acknowledgeBy = lastDayToAcknowledge(sent.recordedAt, at.law, notifyBy);
  const until = notifiedOn ? workingOf(issued ? "T11" : "T04", at.claim, at.law)?.dueDate : acknowledgeBy;
  return {
    claimId: file.head.claimId,
    code: file.head.code,
    of: issued ? "resolution" : sent.details.of,
    number: issued?.number,
    issuedOn: limaDay((issued ?? sent).effectiveAt),
    sentAt: sent.recordedAt,
    acknowledgeBy,
    daysLeft: until && workingDaysUntil(limaDay(now), until, at.law.calendars.USER),
    acknowledgedAt: acknowledged?.effectiveAt,
    notifiedOn,
    ...(notifiedOn && (issued ? decided(issued, at) : contentOf(sent, at))),
  };
}

/** What a decision says, with the last day for a recourse (T11). */
function decided({ outcome, details }: CaseEventOf<"resolution-issued">, { claim, file, law }: CaseAt): Partial<View> {
  const { decision, months, text } = details;
  return {
    outcome,
    decision,
    reasons: reasonsWith(details.reasons, details.answers),
    months: decidedMonthsView(months),
    receipts: claimedReceipts(file.events).map(({ number, period, amount }) => ({
      number,
      period,
      amount: formatCents(amount),
    })),
    ...(text && { text: partsOf(text) }),
    recourseUntil: workingOf("T11", claim, law)?.dueDate,
  };
}

/** What another act notifies, with the last day to mend it (T04) if it asks for something. */
function contentOf({ details: { of, says } }: CaseEventOf<"notice-dispatched">, { claim, law }: CaseAt): Partial<View> {
  const isRemedied = of === "observation" || of === "new-evidence";
  return { says: [...says], remedyUntil: isRemedied ? workingOf("T04", claim, law)?.dueDate : undefined };
}
