import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { type CaseDeps, record } from "../../shared/casework/case/record.ts";
import { hearingInstructions } from "../../shared/casework/conciliation/hearing-instructions.ts";
import { awaitedOf } from "../../shared/domain/case/awaits-claimant.ts";
import { type CaseNote, entriesOf } from "../../shared/domain/case/case-events.ts";
import type { Reminder } from "../../shared/domain/case/note-details.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { hearingInstant } from "../../shared/domain/conciliation/hearing.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaTime } from "../../shared/domain/term/calendar-day.ts";
import { workingDayBefore } from "../../shared/domain/term/due-dates.ts";
import type { LegalCalendar } from "../../shared/domain/term/legal-calendar.ts";
import { longDate } from "../../shared/domain/term/spanish-dates.ts";
import { logFailure } from "../runtime/log.ts";
import type { AlertDeps } from "./alert-manager.ts";
import { wakes } from "./awake.ts";

const by = { kind: "system", name: "sweep" } as const;

/** Working days before a hearing from which the manager is alerted that it lacks its link, or a number to call. */
const alertDays = 3;

/** Working days before a hearing on which the claimant is reminded of it the first time. */
const remindedDaysBefore = 1;

/**
 * Records two reminders of each hearing (`hearing-reminded`): from the working day before it, and on its own day before
 * its hour. From three working days before, alerts the manager once (`manager-alerted`) if a hearing by video lacks its
 * link or one by telephone a number to call. Does nothing before 07:00 in Lima. Returns how many cases it wrote in, and
 * how many failed (logged as `hearing-not-reminded`).
 */
export async function remindHearings(deps: AlertDeps, now: string): Promise<{ reminded: number; failed: number }> {
  const counts = { reminded: 0, failed: 0 };
  if (limaTime(now).time < wakes) return counts;
  const calendar = deps.tenant.calendars.USER.value;
  const today = limaDay(now);
  const heads = await deps.claimsAtRisk.on(deps.tenant.office.code.value, horizon(today, calendar));
  for (const { claimId, hearing } of heads) {
    if (!hearing || !isNear(hearing.on, today, calendar)) continue;
    try {
      if (await remindOne(deps, claimId, now)) counts.reminded += 1;
    } catch (failure) {
      logFailure("hearing-not-reminded", failure, { claimId });
      counts.failed += 1;
    }
  }
  return counts;
}

/**
 * Returns the last day on which a hearing may be near, at most 30 days from today: no stretch of days off is as long.
 */
function horizon(today: CalendarDay, calendar: LegalCalendar): CalendarDay {
  let day = addDays(today, 30);
  while (!isNear(day, today, calendar) && day > today) day = addDays(day, -1);
  return day;
}

function isNear(on: string, today: CalendarDay, calendar: LegalCalendar): boolean {
  const day = calendarDay(on);
  return day >= today && workingDayBefore(day, alertDays, calendar) <= today;
}

/** Records what a hearing needs now; returns `false` if that is nothing. */
async function remindOne(deps: CaseDeps, claimId: string, now: string): Promise<boolean> {
  let isNew = false;
  const recorded = await record(deps, { claimId, now }, (at) => {
    const entries = dueIn(deps, at);
    isNew = entries.length > 0;
    return ok({ entries });
  });
  if (!recorded.ok) throw new Error(`the reminder of claim ${claimId} was not recorded: ${recorded.error}`);
  return isNew;
}

/** Returns the alert and the reminder that a case needs now; none if its hearing has begun or is no longer awaited. */
function dueIn({ tenant }: CaseDeps, { file: { events }, claim, law, now }: CaseAt): readonly CaseNote[] {
  const hearing = hearingInstructions(events, tenant);
  if (!hearing || now >= hearingInstant(hearing)) return [];
  const isAwaited = awaitedOf(claim, law, now, {}).some(({ act, on }) => act === "attend-hearing" && on === hearing.on);
  if (!isAwaited) return [];
  const [on, at, today] = [calendarDay(hearing.on), hearing.at, limaDay(now)];
  const calendar = tenant.calendars.USER.value;
  const lacking = hearing.lacks && lackWords[hearing.lacks](longDate(on), at);
  const isAlerted = entriesOf(events, "manager-alerted").some(({ details }) => details.reason === lacking);
  const when: Reminder = on === today ? "same-day" : "day-before";
  const isReminded = entriesOf(events, "hearing-reminded").some(
    ({ details }) => details.on === on && details.at === at && details.when === when,
  );
  return [
    ...(lacking !== undefined && !isAlerted && isNear(on, today, calendar)
      ? [{ type: "manager-alerted", effectiveAt: now, by, details: { reason: lacking } } as const]
      : []),
    ...(!isReminded && workingDayBefore(on, remindedDaysBefore, calendar) <= today
      ? [{ type: "hearing-reminded", effectiveAt: now, by, details: { on, at, when } } as const]
      : []),
  ];
}

const lackWords: Readonly<Record<"link" | "telephone", (on: string, at: string) => string>> = {
  link: (on, at) => `La audiencia del ${on} a las ${at} es por videollamada y no tiene enlace: póngaselo antes.`,
  telephone: (on, at) =>
    `La audiencia del ${on} a las ${at} es por teléfono y no hay un número al que llamar: pídalo, o acuerde otra forma.`,
};
