import { heldReceipts, settlementKey, settlementsOf } from "../../domain/billing/settlements.ts";
import { alertKey, copyRisk, lateRisk } from "../../domain/board/late-risk.ts";
import { reminderKey } from "../../domain/case/awaits-claimant.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, isFact, lastEntry } from "../../domain/case/case-events.ts";
import { claimAt, claimTypeOf } from "../../domain/case/claim.ts";
import { endingOf } from "../../domain/case/claim-ending.ts";
import { type ClaimLaw, lawKnowing } from "../../domain/case/claim-law.ts";
import type { Claim } from "../../domain/case/claim-states.ts";
import { isOver } from "../../domain/case/claim-states.ts";
import { awaitsHearing, hearingAccess } from "../../domain/conciliation/hearing.ts";
import { acceptedReceipts } from "../../domain/conciliation/offer-answers.ts";
import { pendingDelivery } from "../../domain/delivery/pending-delivery.ts";
import type { DisputedReceipt } from "../../domain/filing/claim-form.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { addCents, type Cents } from "../../domain/receipt/money.ts";
import { isAcceptance, unsignedIn } from "../../domain/resolution/frozen-documents.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { waitingAppointments } from "../../domain/visit/waiting-appointments.ts";
import { type Forecast, forecast } from "../../domain/work/work-list.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { unreadSince } from "../attachment/case-attachments.ts";
import { leftAt } from "../term/left-at.ts";
import { foreseenOf, unreportedDays } from "./awaited-facts.ts";
import { type CaseLaw, claimLaw } from "./claim-law.ts";

/** A case file read at an instant, with the law of its filing day. */
export interface CaseAt {
  readonly file: CaseFile;
  readonly filing: CaseEventOf<"claim-filed">;
  readonly claim: Claim;
  readonly law: CaseLaw;
  readonly now: string;
}

/**
 * Returns a case with its claim as it stands at the instant `now`, and its law with the outages known by then. `file`
 * is not cut: it keeps entries recorded after `now` (`caseAsOf` leaves them out). Throws `RangeError` if no
 * `claim-filed` was recorded by then.
 */
export function caseAt(file: CaseFile, tenant: Tenant, now: string): CaseAt {
  const filing = lastEntry(file.events, "claim-filed");
  const law = filing && lawKnowing(claimLaw(tenant, filing.filedOn), now);
  const claim = law && claimAt(file.events.filter(isFact), law, now);
  if (!filing || !law || !claim) throw new RangeError(`case ${file.head.claimId} has no filing by ${now}`);
  return { file, filing, claim, law, now };
}

/**
 * Returns `now`, or the instant of the last entry if that instant is later. It is later if the clocks of two servers
 * differ by moments.
 */
export function momentOf({ events }: CaseFile, now: string): string {
  const last = events.at(-1)?.recordedAt ?? now;
  return last > now ? last : now;
}

/**
 * Returns `caseAt` at `now`, or at the instant of the last entry if that is later (`momentOf`). Throws `RangeError` if
 * the case has no `claim-filed` entry.
 */
export function caseNow(file: CaseFile, tenant: Tenant, now: string): CaseAt {
  return caseAt(file, tenant, momentOf(file, now));
}

/**
 * Returns a case as it stood when its entry `seq` was recorded: later entries are left out. Throws `RangeError` if no
 * `claim-filed` is among the entries left, as for `seq` 0.
 */
export function caseUpTo(file: CaseFile, seq: number, tenant: Tenant): CaseAt {
  const events = file.events.slice(0, seq);
  const last = events.at(-1);
  const chainHead = file.envelopes[seq]?.previous ?? file.head.chainHead;
  const head = { ...file.head, version: seq, chainHead };
  return caseAt({ ...file, head, events, envelopes: file.envelopes.slice(0, seq) }, tenant, last?.recordedAt ?? "");
}

/**
 * Returns a case as it stood at `asOf`, with only the entries recorded at or before that instant; undefined if there
 * were none.
 */
export function caseAsOf(file: CaseFile, tenant: Tenant, asOf: string): CaseAt | undefined {
  const seq = file.events.findLastIndex(({ recordedAt }) => recordedAt <= asOf) + 1;
  return seq === 0 ? undefined : caseAt(caseUpTo(file, seq, tenant).file, tenant, asOf);
}

/**
 * Returns the forecast of a case: its standing now, and as its terms end. Throws `RangeError` if no filing was recorded
 * by `now`.
 */
export function stepsOf(events: readonly CaseEvent[], law: ClaimLaw, now: string): readonly Forecast[] {
  const isAcceptanceSent = unsignedIn(events).some(({ document }) => isAcceptance(document));
  return forecast(events.filter(isFact), law, now, isAcceptanceSent, unreportedDays(events));
}

/**
 * Returns the head of a case (the item that lists read) computed from `events` at `now`: forecast steps, awaited acts,
 * held receipts, risks, appointments. Fields that the entries do not give are copied from `before`. `hold.version`
 * grows by one if what is held, freed or settled changes. Writes nothing.
 * @param events all entries of the case, the new ones included
 */
export function headAfter(before: CaseHead, events: readonly CaseEvent[], law: ClaimLaw, now: string): CaseHead {
  const facts = events.filter(isFact);
  const steps = stepsOf(events, law, now);
  const claim = claimAt(facts, law, now);
  const claimed = claimedReceipts(events);
  const receipts = claimed.map(({ number, period }) => ({ number, period }));
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
    owner: lastEntry(events, "owner-changed")?.details.owner ?? before.owner,
    handedOver: handedOver(events),
    claimType: claimTypeOf(facts) ?? before.claimType,
    steps,
    awaits: foreseenOf(events, law, now, steps),
    amount: claimed.length > 0 ? billedSum(claimed) : undefined,
    receipts,
    hold,
    freed,
    adjusted,
    ended: endingOf(claim, events, law),
    left: leftAt({ events, claim, law }),
    risk: claim && lateRisk(events, claim, law),
    copyRisk: claim && copyRisk(claim, law),
    delivery: pendingDelivery(events, claim, law),
    reminded: entriesOf(events, "act-reminded").map(({ details }) => reminderKey(details)),
    alerts: entriesOf(events, "manager-alerted").flatMap(({ details: { late } }) => (late ? alertKey(late) : [])),
    attachmentSince: unreadSince(events),
    hearing: claim && awaitsHearing(claim.state) ? hearingHead(events) : undefined,
    appointmentsWait: claim && waitingAppointments(events, claim.state),
    lapseNotified: lastEntry(events, "lapse-notified")?.details.state,
  };
}

/** The last time that the claim passed to another person, until that person records something in it. */
function handedOver(events: readonly CaseEvent[]): CaseHead["handedOver"] {
  const last = lastEntry(events, "owner-changed");
  const isTaken = events.some(
    ({ seq, by }) => last && seq > last.seq && by.kind === "staff" && by.sub === last.details.owner.sub,
  );
  return last && !isTaken
    ? { on: limaDay(last.recordedAt), from: last.details.before?.name, reason: last.details.reason }
    : undefined;
}

/** What some receipts add up to as billed; one that is named twice counts once. */
function billedSum(receipts: readonly DisputedReceipt[]): Cents {
  return addCents(...new Map(receipts.map(({ number, amount }) => [number, amount])).values());
}

/**
 * The hearing as lists show it. The link is left out: whether the office has video rooms is known when the head is
 * read.
 */
function hearingHead(events: readonly CaseEvent[]): CaseHead["hearing"] {
  const hearing = hearingAccess(events, undefined);
  const isNext = unreportedDays(events).length === 0;
  const accepted = acceptedReceipts(events).size > 0;
  return (
    hearing && {
      ...{ on: hearing.on, at: hearing.at, lacks: hearing.lacks },
      ...(isNext && { isNext }),
      ...(accepted && { accepted }),
    }
  );
}

/**
 * Returns a copy of a head without the steps that are over on the day of `now` in Lima: it begins with the step that
 * runs on that day. If every step starts after that day, no step is left out.
 */
export function caseHeadAt<Head extends Pick<CaseHead, "steps">>(head: Head, now: string): Head {
  const today = limaDay(now);
  const at = head.steps.findLastIndex(({ from }) => from <= today);
  return { ...head, steps: head.steps.slice(Math.max(at, 0)) };
}

/** Returns whether time moved a claim since its head was written: a step that was forecast has begun. */
export function hasMoved(head: CaseHead, now: string): boolean {
  return caseHeadAt(head, now).steps.length < head.steps.length;
}

/**
 * Returns whether the first step of a head is a state in which the claim is over; false without steps. To ask about
 * today, pass what `caseHeadAt` returns.
 */
export function isHeadOver({ steps }: CaseHead): boolean {
  const [now] = steps;
  return now !== undefined && isOver(now.state);
}

/**
 * Returns whether the first step of a head is on no work list: its claim is over, or firm and changes no receipt. No
 * owner's count of open claims has it.
 */
export function isOffLists({ steps }: CaseHead): boolean {
  return steps[0]?.queue === "over";
}
