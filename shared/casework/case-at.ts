import { reminderKey } from "../domain/awaits-claimant.ts";
import { limaDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, isFact, lastEntry } from "../domain/case-events.ts";
import { claimAt, claimTypeOf } from "../domain/claim.ts";
import { type ClaimLaw, lawKnowing } from "../domain/claim-law.ts";
import type { Claim } from "../domain/claim-states.ts";
import { isOver } from "../domain/claim-states.ts";
import { claimedReceipts } from "../domain/claimed-receipts.ts";
import { isAcceptance, unsignedIn } from "../domain/frozen-documents.ts";
import { awaitsHearing, hearingAccess } from "../domain/hearing.ts";
import { alertKey, copyRisk, lateRisk } from "../domain/late-risk.ts";
import { heldReceipts, settlementKey, settlementsOf } from "../domain/settlements.ts";
import { waitingAppointments } from "../domain/waiting-appointments.ts";
import { forecast } from "../domain/work-list.ts";
import type { CaseFile } from "../storage/case-files.ts";
import type { CaseHead } from "../storage/case-head.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { unreadSince } from "./case-attachments.ts";
import { type CaseLaw, claimLaw } from "./claim-law.ts";
import { foreseenOf } from "./open-matters.ts";

/** A case file read at an instant, with the law of its filing day. */
export interface CaseAt {
  readonly file: CaseFile;
  readonly filing: CaseEventOf<"claim-filed">;
  readonly claim: Claim;
  readonly law: CaseLaw;
  readonly now: string;
}

/** A case file at an instant. Throws `RangeError` for one without a filing, which `file` never makes. */
export function caseAt(file: CaseFile, tenant: Tenant, now: string): CaseAt {
  const filing = lastEntry(file.events, "claim-filed");
  const law = filing && lawKnowing(claimLaw(tenant, filing.filedOn), now);
  const claim = law && claimAt(file.events.filter(isFact), law, now);
  if (!filing || !law || !claim) throw new RangeError(`case ${file.head.claimId} has no filing by ${now}`);
  return { file, filing, claim, law, now };
}

/** The instant a case is read at. Clocks of servers differ by moments: never before what the case already holds. */
export function momentOf({ events }: CaseFile, now: string): string {
  const last = events.at(-1)?.recordedAt ?? now;
  return last > now ? last : now;
}

/** A case file as it stands. */
export function caseNow(file: CaseFile, tenant: Tenant, now: string): CaseAt {
  return caseAt(file, tenant, momentOf(file, now));
}

/** A case as it stood when its entry `seq` was the last: what a repeated write is answered from. */
export function caseUpTo(file: CaseFile, seq: number, tenant: Tenant): CaseAt {
  const events = file.events.slice(0, seq);
  const last = events.at(-1);
  const chainHead = file.envelopes[seq]?.previous ?? file.head.chainHead;
  const head = { ...file.head, version: seq, chainHead };
  return caseAt({ ...file, head, events, envelopes: file.envelopes.slice(0, seq) }, tenant, last?.recordedAt ?? "");
}

/** A case as what was recorded by an instant tells it; nothing for one filed since. The same instant gives the same, always. */
export function caseAsOf(file: CaseFile, tenant: Tenant, asOf: string): CaseAt | undefined {
  const seq = file.events.findLastIndex(({ recordedAt }) => recordedAt <= asOf) + 1;
  return seq === 0 ? undefined : caseAt(caseUpTo(file, seq, tenant).file, tenant, asOf);
}

/** The head of a case with its entries so far, at an instant: how it stands, how it will, whether the receipt is held. */
export function headAfter(before: CaseHead, events: readonly CaseEvent[], law: ClaimLaw, now: string): CaseHead {
  const facts = events.filter(isFact);
  const isAcceptanceSent = unsignedIn(events).some(({ document }) => isAcceptance(document));
  const steps = forecast(facts, law, now, isAcceptanceSent);
  const claim = claimAt(facts, law, now);
  const receipts = claimedReceipts(events).map(({ number, period }) => ({ number, period }));
  const holds = claim ? heldReceipts({ events, claim, law }).map(({ number }) => number) : [];
  const held = holds.length > 0;
  const freed = held ? receipts.flatMap(({ number }) => (holds.includes(number) ? [] : number)) : [];
  const { version } = before.hold;
  const reported = before.adjusted ?? [];
  const settled = claim ? settlementsOf({ events, claim, law }).map(settlementKey) : [];
  const adjusted = [...new Set([...reported, ...settled])];
  const changed =
    held !== before.hold.held || adjusted.length > reported.length || freed.join() !== (before.freed ?? []).join();
  const hold = { held, version: changed ? version + 1 : version };
  return {
    ...before,
    claimType: claimTypeOf(facts) ?? before.claimType,
    steps,
    awaits: foreseenOf(events, law, now, steps),
    receipts,
    hold,
    freed,
    adjusted,
    risk: claim && lateRisk(events, claim, law),
    copyRisk: claim && copyRisk(claim, law),
    reminded: entriesOf(events, "act-reminded").map(({ details }) => reminderKey(details)),
    alerts: entriesOf(events, "manager-alerted").flatMap(({ details: { late } }) => (late ? alertKey(late) : [])),
    attachmentSince: unreadSince(events),
    hearing: claim && awaitsHearing(claim.state) ? hearingHead(events) : undefined,
    appointmentsWait: claim && waitingAppointments(events, claim.state),
    lapseNotified: lastEntry(events, "lapse-notified")?.details.state,
  };
}

/** What a list shows of a hearing: whether the office has a room of its own is for who reads it. */
function hearingHead(events: readonly CaseEvent[]): CaseHead["hearing"] {
  const hearing = hearingAccess(events, undefined);
  return hearing && { on: hearing.on, at: hearing.at, lacks: hearing.lacks };
}

/** A head as it stands at an instant: its steps from today's on. */
export function caseHeadAt<Head extends CaseHead>(head: Head, now: string): Head {
  const today = limaDay(now);
  const at = head.steps.findLastIndex(({ from }) => from <= today);
  return { ...head, steps: head.steps.slice(Math.max(at, 0)) };
}

/** Whether a head's claim is over in its first step. */
export function isHeadOver({ steps }: CaseHead): boolean {
  const [now] = steps;
  return now !== undefined && isOver(now.state);
}
