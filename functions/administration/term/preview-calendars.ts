import type { OpenPosition } from "../../../shared/casework/claim/moved-claims.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { previewCalendars as route } from "../../../shared/contract/term/calendar-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import type { CalendarChange } from "../../../shared/domain/term/calendar-changes.ts";
import { type CalendarDay, limaDay, partsOf } from "../../../shared/domain/term/calendar-day.ts";
import { queues } from "../../../shared/domain/work/work-list.ts";
import { cursorOf, readCursor } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import { type CalendarDeps, movedPage, versionAfter } from "../calendar-deps.ts";

/**
 * Answers what `changes` of the calendars would move in a page of open claims; writes nothing. `looked` is how many
 * claims were read; `claims` has only those with a term or an appointment that the changes touch. `version` is the
 * number of the last calendar version. `notes` are Spanish sentences for the caller to read first. Refuses
 * `malformed-cursor` if the cursor cannot be read; `day-not-changed`, as `versionAfter` does, if a change is wrong.
 */
export const previewCalendars = (deps: CalendarDeps) =>
  serve(route, async ({ body: { changes, cursor, limit }, now }) => {
    const from = cursor === undefined ? undefined : positionIn(cursor);
    if (cursor !== undefined && !from) return refused("malformed-cursor");
    const versions = await deps.calendarBook.versions();
    const made = versionAfter(versions, changes, now);
    if (!made.ok) return made;
    const { looked, claims, next } = await movedPage(deps, versions, made.value, from, limit);
    return ok({
      version: made.value.number - 1,
      notes: changes.flatMap((change) => notesOf(change, limaDay(now))),
      looked,
      claims: claims.map(({ claimId, code, dates, appointments }) => ({
        claimId,
        code,
        appointments: [...appointments],
        dates: dates.map(({ from: before, to: after, ...rest }) => ({ ...rest, before, after })),
      })),
      ...(next && { cursor: cursorOf([next.queue, next.after?.dueOn ?? "", next.after?.claimId ?? ""].join("#")) }),
    });
  });

/** Returns what the person should know before they change the day. */
function notesOf(change: CalendarChange, today: CalendarDay): readonly string[] {
  const { date } = change;
  const named = dateOf(date);
  const { year } = partsOf(date);
  return [
    change.action === "add" && change.reason !== "decreed" && `El ${named}: se repite cada año desde ${year}.`,
    change.action === "remove" &&
      `El ${named}: si es un feriado de cada año, deja de serlo desde ${year}; los años anteriores no cambian.`,
    date <= today &&
      `El ${named} ya llegó o ya pasó: lo que venció o se hizo hasta ahora queda como está. Solo se vuelven a contar los plazos que siguen corriendo.`,
    change.scope.includes("COMPANY") &&
      (change.action === "add"
        ? `El ${named}: alarga los plazos de la empresa, también el que da la razón al usuario si no se le notifica.`
        : `El ${named}: acorta los plazos de la empresa. Mire abajo si alguno vence con el cambio.`),
    change.action === "remove" &&
      change.scope.includes("USER") &&
      `El ${named}: ningún plazo ya dicho a un usuario se acorta.`,
  ].filter((note) => note !== false);
}

function positionIn(cursor: string): OpenPosition | undefined {
  const [, name, dueOn, claimId] =
    /^([a-z]{1,20})#(\d{4}-\d{2}-\d{2})#([0-9a-z]{1,60})$/.exec(readCursor(cursor)) ?? [];
  const queue = queues.find((known) => known === name && known !== "over");
  return queue && dueOn && claimId ? { queue, after: { dueOn, claimId } } : undefined;
}
