import { visitLoads } from "../../../shared/casework/visit/pick-inspector.ts";
import { mayOwn, mayVisit } from "../../../shared/casework/work/hand-over.ts";
import { listStaff as route } from "../../../shared/contract/work/staff-routes.ts";
import { listed } from "../../../shared/domain/board/office-totals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { soonDays } from "../../../shared/domain/soon.ts";
import { addDays, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../shared/domain/term/due-dates.ts";
import { queues } from "../../../shared/domain/work/work-list.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers the office's staff by name, each with their load; external supervisors and people without access are left
 * out. `overdue` counts the claims a person owns that are listed by a day before today, `soon` those by one from today
 * through the third working day after. Both may lack what was recorded in the last minutes. With `on`, `from` and `to`,
 * also answers what each inspector has that day and at that hour besides `visit`.
 */
export const listStaff = ({ staffRegister, totalsReader, agenda, tenant }: CaseworkDeps) =>
  serve(route, async ({ query: { on, from, to, visit }, now }) => {
    const office = tenant.office.code.value;
    const today = limaDay(now);
    const calendar = tenant.calendars.COMPANY.value;
    const soonest = countWorkingDays({ from: today, days: soonDays, calendar }).dueDate;
    const loadAt = on && from && to ? await visitLoads(agenda, office, { on, from, to }, visit) : undefined;
    const load = async (person: StaffRecord) => {
      const { own } = person.openClaims > 0 ? await totalsReader.ofLists(office, person.sub) : { own: {} };
      const upTo = (day: string): number => queues.reduce((sum, queue) => sum + listed(own, queue, day), 0);
      const overdue = upTo(addDays(today, -1));
      const isInspector = person.roles.includes("inspector");
      const visits = isInspector ? await agenda.of(person.sub, today) : [];
      const atVisit = isInspector ? await loadAt?.(person.sub) : undefined;
      return { overdue, soon: upTo(soonest) - overdue, visitsToday: visits.length, ...(atVisit && { atVisit }) };
    };
    const staff = await staffRegister.list(office);
    // Whose access ended is in the register without a role, so that what they did keeps their name.
    const own = staff.filter(({ roles }) => roles.length > 0 && !roles.includes("external-supervisor"));
    const rows = await Promise.all(
      own.map(async (person) => {
        const { sub, name, extension, roles, onDuty, absentUntil, openClaims } = person;
        const may = { mayOwn: mayOwn(person), mayVisit: mayVisit(person) };
        const known = { sub, name, extension, roles: [...roles], onDuty, absentUntil, openClaims };
        return { ...known, ...(await load(person)), ...may };
      }),
    );
    return ok({ staff: rows.toSorted((a, b) => a.name.localeCompare(b.name, "es")) });
  });
