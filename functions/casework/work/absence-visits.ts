import { pickInspector, type VisitLoad, visitLoads } from "../../../shared/casework/visit/pick-inspector.ts";
import { mayVisit } from "../../../shared/casework/work/hand-over.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import type { Agenda, StoredVisit } from "../../../shared/storage/visit/visits.ts";

type VisitAgenda = Pick<Agenda, "of" | "readingsOn">;

/** Who takes a visit of somebody absent, with what they have that day and at its hour besides it. */
export interface Taker extends VisitLoad {
  readonly inspector: StaffRecord;
}

/** The visits of an absence that were given to somebody, or would be, by their id. */
export type TakenVisits = Map<string, { readonly visit: StoredVisit; readonly sub: string }>;

/** What the list of an absence says of a visit that clashes. */
export interface Clash {
  readonly claimId: string;
  readonly on: string;
  readonly from: string;
  /** The name of who takes it. */
  readonly to: string;
  /** How many visits who takes it has at that hour besides it. */
  readonly atThatHour: number;
  /** Whether somebody else was asked for, who has another visit at that hour. */
  readonly isOther: boolean;
}

/**
 * Returns who takes a visit: `to` if that is an inspector on duty and nobody has fewer visits at its hour, else the one
 * that `pickInspector` picks. Undefined if no inspector is on duty. Counts the visits in `taken` as theirs who took
 * them.
 * @param staff without who is absent
 */
export async function takerOf(
  agenda: VisitAgenda,
  office: string,
  {
    staff,
    to,
    taken,
  }: { readonly staff: readonly StaffRecord[]; readonly to: string | undefined; readonly taken: TakenVisits },
  visit: StoredVisit,
): Promise<Taker | undefined> {
  const counted = withTaken(agenda, taken);
  const loadOf = await visitLoads(counted, office, visit, visit.inspectionId);
  const withLoad = async (inspector: StaffRecord | undefined): Promise<Taker | undefined> =>
    inspector && { inspector, ...(await loadOf(inspector.sub)) };
  const asked = await withLoad(staff.find((one) => one.sub === to && mayVisit(one)));
  if (asked?.atThatHour === 0) return asked;
  const least = await withLoad(await pickInspector(counted, office, staff, visit));
  return asked && least && asked.atThatHour <= least.atThatHour ? asked : least;
}

/**
 * Returns what is to be said of a visit and who takes it; undefined if it goes to who was asked, if anybody, and
 * clashes with nothing.
 */
export function clashOf(
  { claimId, on, from }: StoredVisit,
  { inspector: { sub, name }, atThatHour }: Taker,
  to: string | undefined,
): Clash | undefined {
  const isOther = to !== undefined && sub !== to;
  return isOther || atThatHour > 0 ? { claimId, on, from, to: name, atThatHour, isOther } : undefined;
}

/** The agenda with the visits already given in their new place: an index may not show them there yet. */
function withTaken(agenda: VisitAgenda, taken: TakenVisits): VisitAgenda {
  return {
    readingsOn: agenda.readingsOn,
    of: async (inspector, day) => [
      ...(await agenda.of(inspector, day)).filter(({ inspectionId }) => !taken.has(inspectionId)),
      ...[...taken.values()]
        .filter(({ visit, sub }) => sub === inspector && visit.on === day)
        .map(({ visit }) => visit),
    ],
  };
}
