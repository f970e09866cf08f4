import type { AnswerOf } from "../../../shared/contract/route.ts";
import { showCalendars as route } from "../../../shared/contract/term/calendar-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { type CalendarVersion, listedDays } from "../../../shared/domain/term/calendar-changes.ts";
import { limaDay, partsOf } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { CalendarDeps } from "../calendar-deps.ts";

type View = AnswerOf<typeof route>;

/**
 * Answers the non-working days of a year by the last version, even if that is not in force yet; the year is the current
 * one in Lima if none is given. Also answers every version, the last first, with its author's name, or their account id
 * if the register lacks them. Throws `RangeError` if there is no version.
 */
export const showCalendars = ({ calendarBook, staffRegister, tenant }: CalendarDeps) =>
  serve(route, async ({ query, now }) => {
    const versions = await calendarBook.versions();
    const last = versions.at(-1);
    if (!last) throw new RangeError("the calendars have no seed");
    const year = query.year ?? partsOf(limaDay(now)).year;
    const staff = await staffRegister.recent(tenant.office.code.value, now);
    const names = new Map(staff.map(({ sub, name }) => [sub, name]));
    return ok({
      version: last.number,
      year,
      days: listedDays(last.calendars, year).map((day) => ({ ...day, scope: [...day.scope] })),
      versions: versions.map((version) => versionView(version, names.get(version.by))).reverse(),
    });
  });

function versionView(
  { number, inForceFrom, by, why, changes, moves, notifiedAt, calendars }: CalendarVersion,
  name: string | undefined,
): View["versions"][number] {
  return {
    number,
    name: calendars.COMPANY.version,
    inForceFrom,
    by: name ?? by,
    why,
    changes: changes.map((change) => ({ ...change, scope: [...change.scope] })),
    moves,
    ...(notifiedAt !== undefined && { notifiedAt }),
  };
}
