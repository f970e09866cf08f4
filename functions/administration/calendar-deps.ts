import { caseAt } from "../../shared/casework/case/case-at.ts";
import type { CaseDeps } from "../../shared/casework/case/record.ts";
import { movedIn, type OpenPosition, openClaims, type TenantThen } from "../../shared/casework/claim/moved-claims.ts";
import { tenantWith } from "../../shared/casework/term/calendars-in-force.ts";
import { type Appointments, appointmentsHitOf } from "../../shared/casework/visit/appointments-hit.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import {
  type CalendarChange,
  type CalendarVersion,
  type ChangeRefusal,
  changedCalendars,
} from "../../shared/domain/term/calendar-changes.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { MovedDate } from "../../shared/domain/term/moved-dates.ts";
import { type CalendarBook, calendarName, secondsUntilInForce } from "../../shared/storage/term/calendars.ts";
import type { AppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import type { WorkLists } from "../../shared/storage/work/work-lists.ts";
import { instantOf } from "../runtime/now.ts";

export interface CalendarDeps extends CaseDeps {
  readonly workLists: Pick<WorkLists, "inQueue">;
  readonly calendarBook: CalendarBook;
  readonly appointmentSlots: Pick<AppointmentSlots, "taken" | "take">;
}

const refusalSentences: Readonly<Record<ChangeRefusal, string>> = {
  "already-there":
    "Ese día ya está en el calendario. Si cambió su nombre o su norma, quítalo y agrégalo en otro cambio.",
  weekend: "Es sábado o domingo: ya no se cuenta en ningún plazo.",
  "not-there": "Ese día no está en el calendario: no hay nada que quitar.",
  "company-alone":
    "La empresa no puede dejar de contar un día que sí se le cuenta al usuario. Elige los dos, o solo el usuario.",
};

/**
 * Returns the calendar version that `changes` make of the last version, in force two minutes from `now`, but never
 * before the last one. Refuses `day-not-changed`, naming the first wrong change, if a change adds a day already in the
 * calendar, removes a day not in it, adds a holiday of a single year (decreed) on a Saturday or Sunday, or makes a day
 * non-working for the company but not for its users. Throws `RangeError` if `versions` is empty.
 */
export function versionAfter(
  versions: readonly CalendarVersion[],
  changes: readonly CalendarChange[],
  now: string,
): Answer<Pick<CalendarVersion, "number" | "inForceFrom" | "changes" | "calendars">, "day-not-changed"> {
  const last = versions.at(-1);
  if (!last) throw new RangeError("the calendars have no seed");
  const soon = instantOf(Math.ceil(Date.parse(now) / 1000) + secondsUntilInForce);
  // The server that made the last version may have a clock ahead of ours: a version never precedes the one before it.
  const inForceFrom = [soon, last.inForceFrom].sort().at(-1) ?? soon;
  const next = { number: last.number + 1, inForceFrom };
  const changed = changedCalendars(last.calendars, changes, calendarName(next), limaDay(next.inForceFrom));
  if (changed.ok) return ok({ ...next, changes, calendars: changed.value });
  const message = refusalSentences[changed.error];
  return refused("day-not-changed", {
    detail: message,
    fields: [{ field: `body.changes.${changed.at}.date`, message }],
  });
}

/** An appointment hit by a calendar change, with its next free day; without one, the manager has to find it. */
interface MovedAppointment {
  readonly what: "visit" | "hearing";
  /** The day it is on now. */
  readonly before: CalendarDay;
  readonly after?: CalendarDay | undefined;
}

/** An open claim with the terms that a change moves, or leaves as they were notified, and the appointments it hits. */
export interface MovedClaim {
  readonly claimId: string;
  readonly code: string;
  readonly dates: readonly MovedDate[];
  readonly appointments: readonly MovedAppointment[];
}

/** How many cases are read at the same time. */
const atOnce = 10;

/**
 * Finds what the calendar version `next` would move in at most `limit` open claims, read after the position `from`, or
 * from the first claim if `from` is undefined. Returns only the claims with a term whose last day moves, a term that
 * keeps its day because a user knows it (`kept`), or an appointment on a day that becomes non-working. Writes nothing.
 */
export async function movedPage(
  { tenant, caseFiles, workLists, appointmentSlots }: CalendarDeps,
  versions: readonly CalendarVersion[],
  next: Pick<CalendarVersion, "inForceFrom" | "calendars">,
  from: OpenPosition | undefined,
  limit: number,
): Promise<{
  /** How many claims were read. */
  readonly looked: number;
  readonly claims: readonly MovedClaim[];
  /** The position to go on from; undefined after the last claim. */
  readonly next?: OpenPosition | undefined;
}> {
  const at = next.inForceFrom;
  const before: TenantThen = { tenant: tenantWith(tenant, versions), at };
  const after: TenantThen = { tenant: tenantWith(tenant, [...versions, next]), at };
  const page = await openClaims(workLists, tenant.office.code.value, from, limit);
  const claims: MovedClaim[] = [];
  for (let first = 0; first < page.heads.length; first += atOnce) {
    const some = page.heads.slice(first, first + atOnce);
    const read = await Promise.all(
      some.map(async ({ claimId, code }): Promise<MovedClaim> => {
        const file = await caseFiles.read(claimId);
        if (!file) return { claimId, code, dates: [], appointments: [] };
        const appointmentsHit = await appointmentsHitOf(
          { tenant: after.tenant, appointmentSlots, caseFiles },
          caseAt(file, after.tenant, at),
        );
        return { claimId, code, dates: movedIn(file, before, after), appointments: appointmentsOf(appointmentsHit) };
      }),
    );
    claims.push(...read.filter(({ dates, appointments }) => dates.length + appointments.length > 0));
  }
  return { looked: page.heads.length, claims, next: page.next };
}

function appointmentsOf({ hearing, visits }: Appointments): readonly MovedAppointment[] {
  return [
    ...visits.map(({ before, after }) => ({ what: "visit", before, after: after?.planned.on }) as const),
    ...(hearing ? [{ what: "hearing", before: hearing.before, after: hearing.after?.planned.on } as const] : []),
  ];
}
