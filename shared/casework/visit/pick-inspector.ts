import type { StaffRecord } from "../../storage/register/staff-register.ts";
import type { Agenda, StoredVisit } from "../../storage/visit/visits.ts";

/** An hour at which an inspector is wanted, `HH:MM` in Lima. */
type WantedHour = Pick<StoredVisit, "from" | "to"> & { readonly on: string };

/** What an inspector has to do on a day. */
export interface VisitLoad {
  /** Visits of claims and of readings, each once, however many claims it serves. */
  readonly thatDay: number;
  /** Those of them at the wanted hour. */
  readonly atThatHour: number;
}

/**
 * Returns a function that reads what an inspector has on the day of this visit, and at its hour. The visit with the id
 * `except` is left out.
 */
export async function visitLoads(
  agenda: Pick<Agenda, "of" | "readingsOn">,
  office: string,
  { on, from, to }: WantedHour,
  except?: string,
): Promise<(sub: string) => Promise<VisitLoad>> {
  const readings = await agenda.readingsOn(office, on);
  const rounds = readings.flatMap(({ round }) => round ?? []);
  return async (sub) => {
    const visits = (await agenda.of(sub, on)).filter((visit) => !visit.shares && visit.inspectionId !== except);
    const own = rounds.filter((round) => round.inspector?.sub === sub);
    const taken = own.filter((round) => round.slots.length > 0 && round.from < to && round.to > from);
    return {
      thatDay: visits.length + own.length,
      atThatHour: visits.filter((visit) => visit.from === from).length + taken.length,
    };
  };
}

/**
 * Returns the inspector on duty with the fewest visits at the hour of this visit, of claims and of readings; among
 * equals, the one with the fewest that day, then the lowest `sub`. Undefined if none is on duty.
 */
export async function pickInspector(
  agenda: Pick<Agenda, "of" | "readingsOn">,
  office: string,
  staff: readonly StaffRecord[],
  wanted: WantedHour,
): Promise<StaffRecord | undefined> {
  const onDuty = staff.filter((one) => one.onDuty && one.roles.includes("inspector"));
  const loadOf = await visitLoads(agenda, office, wanted);
  const loads = await Promise.all(onDuty.map(async (inspector) => ({ inspector, ...(await loadOf(inspector.sub)) })));
  const [least] = loads.toSorted(
    (a, b) => a.atThatHour - b.atThatHour || a.thatDay - b.thatDay || (a.inspector.sub < b.inspector.sub ? -1 : 1),
  );
  return least?.inspector;
}
