import type { StaffRecord } from "../storage/staff-register.ts";
import type { Agenda, StoredVisit } from "../storage/visits.ts";

/** An hour at which an inspector is wanted, `HH:MM` in Lima. */
type WantedHour = Pick<StoredVisit, "from" | "to"> & { readonly on: string };

/**
 * Returns the inspector on duty with the fewest visits at the hour of this visit, of claims and of readings; among
 * equals, the one with the fewest that day, then the lowest `sub`. Undefined if none is on duty.
 */
export async function pickInspector(
  agenda: Pick<Agenda, "of" | "readingsOn">,
  office: string,
  staff: readonly StaffRecord[],
  { on, from, to }: WantedHour,
): Promise<StaffRecord | undefined> {
  const onDuty = staff.filter((one) => one.onDuty && one.roles.includes("inspector"));
  const readings = await agenda.readingsOn(office, on);
  const rounds = readings.flatMap(({ round }) => round ?? []);
  const loads = await Promise.all(
    onDuty.map(async (inspector) => {
      const visits = await agenda.of(inspector.sub, on);
      const own = rounds.filter((round) => round.inspector?.sub === inspector.sub);
      const taken = own.filter((round) => round.slots.length > 0 && round.from < to && round.to > from);
      return {
        inspector,
        atThatHour: visits.filter((visit) => visit.from === from).length + taken.length,
        thatDay: visits.length + own.length,
      };
    }),
  );
  const [least] = loads.toSorted(
    (a, b) => a.atThatHour - b.atThatHour || a.thatDay - b.thatDay || (a.inspector.sub < b.inspector.sub ? -1 : 1),
  );
  return least?.inspector;
}
