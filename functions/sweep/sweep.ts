import { holdsFile } from "../../shared/casework/billing/holds-file.ts";
import { notesFile } from "../../shared/casework/billing/notes-file.ts";
import { type CaseAt, caseNow, hasMoved, headAfter } from "../../shared/casework/case/case-at.ts";
import { alongWith } from "../../shared/casework/case/record.ts";
import { countedDelivery } from "../../shared/casework/delivery/early-delivery.ts";
import { tenantWith } from "../../shared/casework/term/calendars-in-force.ts";
import { movedByOutage } from "../../shared/domain/problem/outage.ts";
import { addDays, type CalendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { awaitsCertificate, isPositiveSilence } from "../../shared/domain/term/silence.ts";
import { isToDo, type Queue, queues } from "../../shared/domain/work/work-list.ts";
import type { Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { ExchangeFiles } from "../../shared/storage/billing/exchange-files.ts";
import {
  isMisplaced,
  type QueuePosition,
  queuePositionOf,
  type StoredHead,
} from "../../shared/storage/case/case-head.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import type { CalendarBook } from "../../shared/storage/term/calendars.ts";
import type { AppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import type { Visits } from "../../shared/storage/visit/visits.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { inLanes } from "../runtime/in-lanes.ts";
import { log, logFailure } from "../runtime/log.ts";
import { type AlertDeps, alertManager } from "./alert-manager.ts";
import { alertSubmissions } from "./alert-submissions.ts";
import { alertWaiting } from "./alert-waiting.ts";
import { type AnnounceDeps, announceReceipts } from "./announce-receipts.ts";
import { applyCalendarChange, foresees } from "./apply-calendar-change.ts";
import { countDelivery } from "./count-delivery.ts";
import { type LapseDeps, lapseSubmissions } from "./lapse-submissions.ts";
import type { ListDeps } from "./list-deps.ts";
import { lacksNotice, mayLackNotice, notifyLapse } from "./notify-lapses.ts";
import { askOverdueScans } from "./overdue-scans.ts";
import { remindActs } from "./remind-acts.ts";
import { remindHearings } from "./remind-hearings.ts";
import { remindMissing } from "./remind-missing.ts";

export interface SweepDeps extends ListDeps, AlertDeps, LapseDeps, AnnounceDeps {
  readonly visits: Pick<Visits, "move">;
  readonly calendarBook: CalendarBook;
  readonly appointmentSlots: AppointmentSlots;
  readonly exchangeFiles: ExchangeFiles;
  readonly documentWork: WorkerQueue;
  readonly uploads: Uploads;
  readonly uploadTasks: WorkerQueue;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly now: () => string;
}

const page = 50;
/** How many claims of a page are updated at once. More would often meet at the count of one owner's open claims. */
const lanes = 4;
/**
 * Seconds, of the fifteen minutes that a run may last, after which no further page of a calendar change begins; the
 * next run goes on.
 */
const calendarSeconds = 780;
/** Days before today whose files are written again, so that a sweep that was down over a long weekend loses none. */
const daysRewritten = 10;

/**
 * Returns the hourly task. Where time changed a claim, it updates its stored list, hold and owner's count. It counts
 * deliveries made out of hours, asks for certificates of silence, writes the exchange files of today and the ten days
 * before, and runs the other tasks: lapses, alerts, scans, calendar changes, reminders, new receipts. Nothing is
 * recorded twice. Throws at its end if a task, claim or attachment failed; the others are done.
 */
export const sweep = (of: SweepDeps) => async (): Promise<void> => {
  const started = performance.now();
  const now = of.now();
  const { versions: all, outages } = await of.calendarBook.known();
  const versions = all.filter(({ inForceFrom }) => inForceFrom <= now);
  const deps = { ...of, tenant: tenantWith(of.tenant, versions, outages) };
  const swept: Swept = { refreshed: 0, failed: 0, granted: new Set() };
  const broken: string[] = [];
  /** Runs a task of the hour: one that throws stops no other, and fails the run at its end for the alarm. */
  const attempt = async <Done>(task: string, run: () => Promise<Done>): Promise<Done | undefined> => {
    try {
      return await run();
    } catch (failure) {
      logFailure("not-swept", failure, { task });
      broken.push(task);
      return undefined;
    }
  };
  for (const queue of queues) await attempt(`queue ${queue}`, () => sweepQueue(deps, queue, now, swept));
  await attempt("exchange files", () => writeExchange(deps, limaDay(now)));
  const lapsed = await attempt("lapsed submissions", () => lapseSubmissions(deps, now));
  const unanswered = await attempt("unanswered submissions", () => alertSubmissions(deps, now));
  const unscanned = await attempt("overdue scans", () => askOverdueScans(deps, now));
  const missing = await attempt("missing files", () => remindMissing(deps, now));
  const late = await attempt("late decisions", () => alertManager(deps, now));
  const waiting = await attempt("waiting appointments", () => alertWaiting(deps, now));
  const isTime = (): boolean => performance.now() - started < calendarSeconds * 1000;
  const calendarChange = await attempt("calendar change", () => applyCalendarChange(deps, versions, now, isTime));
  // Calendar changes come first, so that nobody is reminded of a day that has just been moved.
  const hearings = await attempt("hearings", () => remindHearings(deps, now));
  const acts = await attempt("acts", () => remindActs(deps, now));
  const receipts = await attempt("new receipts", () => announceReceipts(deps, now));
  log("info", "swept", {
    refreshed: swept.refreshed,
    failed: swept.failed,
    granted: swept.granted.size,
    moved: calendarChange?.moved,
    unchanged: calendarChange?.failed,
    alerted: (late?.alerted ?? 0) + (waiting?.alerted ?? 0),
    lapsed,
    unanswered,
    unscanned,
    reminded: missing?.reminded,
    hearings: hearings?.reminded,
    acts: acts?.reminded,
    receipts,
  });
  const ended = [swept, calendarChange, late, waiting, missing, hearings, acts];
  const failed = ended.reduce((sum, one) => sum + (one?.failed ?? 0), 0);
  if (broken.length > 0) throw new Error(`tasks that failed: ${broken.join(", ")}; claims or attachments: ${failed}`);
  if (failed > 0) throw new Error(`${failed} claims or attachments could not be swept`);
};

async function writeExchange({ holds, exchangeFiles }: SweepDeps, today: CalendarDay): Promise<void> {
  for (let back = daysRewritten; back >= 0; back -= 1) {
    const day = addDays(today, -back);
    const files = [holdsFile(day, await holds.ofDay(day)), notesFile(day, await holds.notesOfDay(day))];
    for (const { fileName, csv } of files) await exchangeFiles.write(fileName, csv);
  }
}

/**
 * How many claims were updated, and how many could not be: a failed claim stops no other, and fails the run at its end
 * for the alarm.
 */
interface Swept {
  refreshed: number;
  failed: number;
  /** Claims whose certificate was asked for in this run: the next list shows them again. */
  readonly granted: Set<string>;
}

/**
 * Updates the claims of a list that time moved. Looks at all claims of the lists of what is to be done, which are in
 * the order of what is lost while a hearing moves a claim before that, and of `over`. Of the others, at those whose day
 * is today or earlier, since neither state nor legal day changes before that day.
 */
async function sweepQueue(deps: SweepDeps, queue: Queue, now: string, swept: Swept): Promise<void> {
  const today = limaDay(now);
  let after: QueuePosition | undefined;
  for (;;) {
    const heads = await deps.workLists.inQueue(deps.tenant.office.code.value, queue, page, after);
    // Claims to be executed, or over, may have got there by time, and whoever wrote in them first did not notify it:
    // all are read.
    const isWhole = isToDo(queue) || queue === "over";
    const due = isWhole ? heads : heads.filter((head) => queuePositionOf(head).dueOn <= today);
    const behind = due.filter(
      (head) =>
        isStale(head, deps, now) ||
        isMisplaced(head) ||
        lacksCertificate(head) ||
        mayLackNotice(head, now) ||
        mayLackDelivery(head),
    );
    const sweepOne = async (claimId: string) => {
      if (await refreshOne(deps, claimId, now, swept)) swept.refreshed += 1;
    };
    const again: string[] = [];
    await inLanes(behind, lanes, async ({ claimId }) => {
      await sweepOne(claimId).catch(() => again.push(claimId));
    });
    // What failed beside others may have wanted the same item, such as its owner's count: each is tried again alone.
    for (const claimId of again)
      await sweepOne(claimId).catch((failure: unknown) => {
        logFailure("not-swept", failure, { claimId });
        swept.failed += 1;
      });
    const last = due.at(-1);
    if (!last || due.length < page) return;
    after = queuePositionOf(last);
  }
}

/**
 * Returns whether a head may be out of date: a forecast state has begun, or an outage moves the day before its first
 * state, on which a term ended.
 */
function isStale(head: StoredHead, { tenant: { outages = [], calendars } }: SweepDeps, now: string): boolean {
  const [step] = head.steps;
  const lastDays = step ? [step.from, step.since].map((day) => addDays(day, -1)) : [];
  return hasMoved(head, now) || lastDays.some((day) => movedByOutage(day, outages, calendars.USER.value) !== day);
}

/**
 * Returns whether a case may hold something of its delivery that its head does not say: heads written before deliveries
 * stood in them lack it, and one that was recorded before it takes effect stands in none, nor does its claim's risk.
 */
function mayLackDelivery({ delivery, risk, steps: [step] }: StoredHead): boolean {
  if (delivery) return false;
  if (!risk) return step?.state.endsWith("resolved") ?? false;
  return ["on-its-way", "not-delivered", "to-confirm"].includes(risk.reason);
}

/**
 * Returns whether a claim was in positive silence when it was last written, and its certificate was missing: then its
 * legal day is the day on which the silence began (`legalDay`).
 */
function lacksCertificate({ steps: [step] }: StoredHead): boolean {
  return step !== undefined && isPositiveSilence(step.state) && step.dueOn === step.since;
}

async function refreshOne(deps: SweepDeps, claimId: string, now: string, { granted }: Swept): Promise<boolean> {
  const file = await deps.caseFiles.read(claimId);
  if (!file) return false;
  const at = caseNow(file, deps.tenant, now);
  const isRecorded = await recordDue(deps, at, now);
  // Asked for last: once it is there, the head no longer says that something may be missing.
  if (awaitsCertificate(at.claim) && !granted.has(claimId)) {
    await deps.documentWork.send({ claimId, certify: "silence" });
    granted.add(claimId);
  }
  if (isRecorded) return true;
  const head = { ...headAfter(file.head, file.events, at.law, now), refreshedAt: now };
  const lacksDelivery = head.delivery !== undefined && file.head.delivery === undefined;
  const isAsStored = !hasMoved(file.head, now) && foresees(file.head, head, now) && !isMisplaced(file.head);
  if (isAsStored && !lacksDelivery) return false;
  return deps.caseFiles.refresh(file, head, await alongWith(deps, at, head));
}

/** Records the delivery that took effect, or else the term that ran out. Returns whether either was to be recorded. */
async function recordDue(deps: SweepDeps, at: CaseAt, now: string): Promise<boolean> {
  if (countedDelivery(at)) await countDelivery(deps, at.file, now);
  else if (lacksNotice(at)) await notifyLapse(deps, at.file, now);
  else return false;
  return true;
}
