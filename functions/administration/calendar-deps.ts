import { type Appointments, appointmentsHitOf } from "../../shared/casework/appointments-hit.ts";
import { tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { caseAt } from "../../shared/casework/case-at.ts";
import { movedIn, type OpenPosition, openClaims, type TenantThen } from "../../shared/casework/moved-claims.ts";
import type { CaseDeps } from "../../shared/casework/record.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import {
  type CalendarChange,
  type CalendarVersion,
  type ChangeRefusal,
  changedCalendars,
} from "../../shared/domain/calendar-changes.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import type { MovedDate } from "../../shared/domain/moved-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import type { AppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { type CalendarBook, calendarName, secondsUntilInForce } from "../../shared/storage/calendars.ts";
import type { WorkLists } from "../../shared/storage/work-lists.ts";
import { instantOf } from "../runtime/now.ts";

/** What the operations on the calendars work with. */
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

/** The version that some changes would make after those there are, in force two minutes from `now`; or which of them cannot be. */
export function versionAfter(
  versions: readonly CalendarVersion[],
  changes: readonly CalendarChange[],
  now: string,
): Answer<Pick<CalendarVersion, "number" | "inForceFrom" | "changes" | "calendars">, "day-not-changed"> {
  const last = versions.at(-1);
  if (!last) throw new RangeError("the calendars have no seed");
  const soon = instantOf(Math.ceil(Date.parse(now) / 1000) + secondsUntilInForce);
  // Never before the version it follows, whatever the clock of the server that made that one.
  const inForceFrom = [soon, last.inForceFrom].sort().at(-1) ?? soon;
  const place = { number: last.number + 1, inForceFrom };
  const changed = changedCalendars(last.calendars, changes, calendarName(place), limaDay(place.inForceFrom));
  if (changed.ok) return ok({ ...place, changes, calendars: changed.value });
  const message = refusalSentences[changed.error];
  return refused("day-not-changed", {
    detail: message,
    fields: [{ field: `body.changes.${changed.at}.date`, message }],
  });
}

/** A visit or a hearing on a day that a change makes a non-working one, and its next free day; without one, the manager's. */
interface MovedAppointment {
  readonly what: "visit" | "hearing";
  readonly before: CalendarDay;
  readonly after?: CalendarDay | undefined;
}

/** An open claim, its terms that a change moves, or leaves where they were told, and the appointments it displaces. */
export interface MovedClaim {
  readonly claimId: string;
  readonly code: string;
  readonly dates: readonly MovedDate[];
  readonly appointments: readonly MovedAppointment[];
}

/** Cases read at once. */
const atOnce = 10;

/** A page of the open claims, and those of them that a new version moves, worked out as if it were in force at its instant. */
export async function movedPage(
  { tenant, caseFiles, workLists, appointmentSlots }: CalendarDeps,
  versions: readonly CalendarVersion[],
  next: Pick<CalendarVersion, "inForceFrom" | "calendars">,
  from: OpenPosition | undefined,
  limit: number,
): Promise<{
  readonly looked: number;
  readonly claims: readonly MovedClaim[];
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
