import { slotOnDay } from "../../shared/casework/free-slots.ts";
import { noticeByEmail } from "../../shared/casework/notify-act.ts";
import { moveHearing as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { hearingModeNames } from "../../shared/documents/spanish-names.ts";
import { type CalendarDay, calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, lastEntry } from "../../shared/domain/case-events.ts";
import { hearingOf } from "../../shared/domain/hearing.ts";
import { ok } from "../../shared/domain/result.ts";
import { clockOf, longDate } from "../../shared/domain/spanish-dates.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Moves the hearing to a later day, to wait for a repair or a meter test that is under way, or because the tribunal sent
 * the claim back to be investigated again (digest 3.3). That it is moved once, and to which day at most, is the law's.
 */
export const moveHearing = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { now, file } = at;
      const { events } = file;
      const { reason } = request.body;
      const on = calendarDay(request.body.on);
      const detail = whyNot(events, reason, on, now);
      if (detail !== undefined) return refused("not-now", { detail });
      const placed = await slotOnDay(deps.appointmentSlots, deps.tenant, on);
      if (!placed)
        return refused("not-now", { detail: "Ese día no es hábil o no le queda una hora libre. Elige otro." });
      const mode = hearingOf(events)?.mode ?? placed.hearing.mode;
      const hearing = { ...placed.hearing, mode };
      const says = [
        `La audiencia de conciliación ahora es el ${longDate(on)} a ${clockOf(hearing.at)}, ${hearingModeNames[mode]}.`,
      ];
      const notice = noticeByEmail(deps, at, request.caller, { of: "hearing", says });
      return ok({
        entries: [
          { type: "hearing-moved", effectiveAt: now, by: request.caller, hearingOn: on, reason, details: { hearing } },
          ...notice.entries,
        ],
        also: [placed.write, ...notice.also],
      });
    }),
  );

/** What an office moves a hearing for; a day the calendars took away is moved with them. */
type MoveReason = Exclude<CaseEventOf<"hearing-moved">["reason"], "calendar">;

/** Whether there is what a hearing is moved for. */
function isDue(events: readonly CaseEvent[], reason: MoveReason): boolean {
  if (reason === "tribunal") return lastEntry(events, "tribunal-decided")?.outcome === "back-to-investigation";
  return lastEntry(events, reason === "leak-repair" ? "leak-repair-required" : "meter-test-ordered") !== undefined;
}

function whyNot(events: readonly CaseEvent[], reason: MoveReason, on: CalendarDay, now: string): string | undefined {
  const before = hearingOf(events);
  if (!before) return "Este reclamo no tiene una audiencia.";
  if (!isDue(events, reason))
    return "La audiencia solo se mueve para esperar una reparación exigida o una contrastación ordenada, o porque el tribunal devolvió el reclamo a investigar.";
  return on <= before.on || on <= limaDay(now) ? "La nueva fecha es un día posterior a la que ya tiene." : undefined;
}
