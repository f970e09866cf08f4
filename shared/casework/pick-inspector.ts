import type { StaffRecord } from "../storage/staff-register.ts";
import type { Agenda, StoredVisit } from "../storage/visits.ts";

/**
 * Returns the inspector on duty with the fewest visits at the hour of this visit; among equals, the one with the fewest
 * that day, then the lowest `sub`. Undefined if none is on duty.
 */
export async function pickInspector(
  agenda: Agenda,
  staff: readonly StaffRecord[],
  { on, from }: StoredVisit,
): Promise<StaffRecord | undefined> {
  const onDuty = staff.filter((one) => one.onDuty && one.roles.includes("inspector"));
  const loads = await Promise.all(
    onDuty.map(async (inspector) => {
      const visits = await agenda.of(inspector.sub, on);
      return { inspector, atThatHour: visits.filter((visit) => visit.from === from).length, thatDay: visits.length };
    }),
  );
  const [least] = loads.toSorted(
    (a, b) => a.atThatHour - b.atThatHour || a.thatDay - b.thatDay || (a.inspector.sub < b.inspector.sub ? -1 : 1),
  );
  return least?.inspector;
}
