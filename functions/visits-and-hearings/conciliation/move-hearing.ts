import { noticeByEmail } from "../../../shared/casework/case/act-notice-entry.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { slotOnDay } from "../../../shared/casework/visit/free-slots.ts";
import { moveHearing as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { hearingModeNames } from "../../../shared/documents/spanish-names.ts";
import { type CaseEvent, type CaseEventOf, lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { hearingOf } from "../../../shared/domain/conciliation/hearing.ts";
import { type CalendarDay, calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Moves a hearing to the first free hour of the day `on`: records `hearing-moved` and, if the claimant takes notices by
 * e-mail, `notice-dispatched`. Refuses `not-now` if no hearing is to come; if staff moved one in this instance; if the
 * repair, meter test or return by the tribunal that `reason` names is not on record; or if `on` is not after both today
 * and the hearing's day, has no free hour or leaves no time to decide. Answers the case. Also refuses as `editCase`.
 */
export const moveHearing = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { now, file } = at;
      const { events } = file;
      const { reason } = request.body;
      const on = calendarDay(request.body.on);
      const detail = whyNot(events, reason, on, now);
      if (detail !== undefined) return refused("not-now", { detail });
      const slot = await slotOnDay(deps.appointmentSlots, deps.tenant, on);
      if (!slot) return refused("not-now", { detail: "Ese día no es hábil o no le queda una hora libre. Elige otro." });
      const mode = hearingOf(events)?.mode ?? slot.hearing.mode;
      const hearing = { ...slot.hearing, mode };
      const says = [
        `La audiencia de conciliación ahora es el ${longDate(on)} a ${clockOf(hearing.at)}, ${hearingModeNames[mode]}.`,
      ];
      const notice = noticeByEmail(deps, at, request.caller, { of: "hearing", says });
      return ok({
        entries: [
          { type: "hearing-moved", effectiveAt: now, by: request.caller, hearingOn: on, reason, details: { hearing } },
          ...notice.entries,
        ],
        also: [slot.write, ...notice.also],
      });
    }),
  );

/** Reasons for which staff move a hearing; one hit by a calendar change is moved by the sweep. */
type MoveReason = Exclude<CaseEventOf<"hearing-moved">["reason"], "calendar">;

/**
 * Returns whether the reason is on record: a repair was required, a test ordered, or the tribunal last returned the
 * claim to investigate.
 */
function isDue(events: readonly CaseEvent[], reason: MoveReason): boolean {
  if (reason === "tribunal") return lastEntry(events, "tribunal-decided")?.outcome === "back-to-investigation";
  return lastEntry(events, reason === "leak-repair" ? "leak-repair-required" : "meter-test-ordered") !== undefined;
}

/** Returns why the hearing is not moved to that day, for the person who asks; undefined if nothing forbids it. */
function whyNot(events: readonly CaseEvent[], reason: MoveReason, on: CalendarDay, now: string): string | undefined {
  const before = hearingOf(events);
  if (!before) return "Este reclamo no tiene una audiencia.";
  if (!isDue(events, reason))
    return "La audiencia solo se mueve para esperar una reparación exigida o una contrastación ordenada, o porque el tribunal devolvió el reclamo a investigar.";
  return on <= before.on || on <= limaDay(now) ? "La nueva fecha es un día posterior a la que ya tiene." : undefined;
}
