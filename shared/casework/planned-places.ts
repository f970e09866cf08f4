import type { Tenant } from "../../tenants/tenant.ts";
import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import type { CaseNote, NoteOf, PlannedHearing, PlannedVisit, WaitingPlaces } from "../domain/case-events.ts";
import type { VisitPreference } from "../domain/claim-form.ts";
import { asksVisit, type ClaimType, visitTarget } from "../domain/claim-types.ts";
import type { CaseFiles } from "../storage/case-files.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { Places } from "../storage/places.ts";
import type { CaseLaw } from "./claim-law.ts";
import { lastDayOf, placeForHearing, placeForVisit, type Zone } from "./plan-visit.ts";
import { scarceAlerts } from "./scarce-places.ts";

/** What planning a claim's visit and hearing works with. */
interface PlacingDesk {
  readonly tenant: Tenant;
  readonly caseFiles: CaseFiles;
  readonly places: Places;
}

/** A claim as it is filed. */
interface AskingPlaces {
  readonly claimId: string;
  readonly claimType: ClaimType;
  readonly filedOn: CalendarDay;
  readonly now: string;
}

/** The visit and the hearing of a claim as it is filed, with the days its terms are of, and what is written for them. */
interface Planned {
  readonly visit?: PlannedVisit | undefined;
  readonly hearing?: PlannedHearing | undefined;
  readonly inspectionOn?: CalendarDay | undefined;
  readonly hearingOn: CalendarDay;
  readonly notes: readonly CaseNote[];
  readonly also: readonly Write[];
}

/** A claim that waits for its places: its terms to visit and to hear run to their last day all the same. */
export function unplanned(
  tenant: Tenant,
  { claimTypes, inspection, conciliation }: CaseLaw,
  { filedOn, claimType, now: effectiveAt }: AskingPlaces,
  waits: Omit<WaitingPlaces, "giveBy">,
): Planned {
  const isVisited = asksVisit(claimTypes[claimType]);
  const visitDays = visitTarget(claimType, inspection);
  // A visit is told two working days ahead, as one that is planned at filing.
  const giveBy = lastDayOf(tenant, filedOn, Math.max((isVisited ? visitDays : conciliation.targetDay) - 2, 0));
  const by = { kind: "system", name: "file-claim" } as const;
  return {
    ...(isVisited && { inspectionOn: lastDayOf(tenant, filedOn, visitDays) }),
    hearingOn: lastDayOf(tenant, filedOn, conciliation.targetDay),
    notes: [{ type: "places-waiting", effectiveAt, by, details: { giveBy, ...waits } }],
    also: [],
  };
}

/** Places for the visit and the hearing of a claim, as free as they were a moment ago. */
export async function plannedFor(
  { places, tenant, caseFiles }: PlacingDesk,
  law: CaseLaw,
  {
    claimId,
    claimType,
    filedOn,
    now,
    zone,
    preference,
    isVisitSoon,
    attempt,
  }: AskingPlaces & {
    readonly zone: Zone;
    readonly preference: VisitPreference;
    /** Wanted by the last day to mend what is observed as it is filed, where there is a place. */
    readonly isVisitSoon: boolean;
    readonly attempt: number;
  },
): Promise<Planned> {
  const placeBy = (targetDays: number) =>
    placeForVisit(places, tenant, {
      zone,
      from: filedOn,
      through: lastDayOf(tenant, filedOn, targetDays),
      preference,
      inspectionId: `${claimId}-1`,
      attempt,
    });
  const asked = asksVisit(law.claimTypes[claimType]);
  const soon = asked && isVisitSoon ? await placeBy(law.claim.remedyDays) : undefined;
  const whenever = asked ? () => placeBy(visitTarget(claimType, law.inspection)) : () => undefined;
  const found = soon && !soon.visit.late && !soon.full ? soon : await whenever();
  const { hearing, write, scarce } = await placeForHearing(places, tenant, { filedOn, attempt });
  const scarcity = await scarceAlerts(places, [found?.scarce, scarce], { today: limaDay(now), now });
  return {
    visit: found?.visit,
    hearing,
    inspectionOn: found?.visit.on,
    hearingOn: hearing.on,
    notes: [...(found?.visit.late ? [noPlaceInTime(now)] : []), ...scarcity.notes],
    also: [
      ...(found ? [found.write, caseFiles.planVisit({ ...found.visit, claimId, zone })] : []),
      write,
      ...scarcity.also,
    ],
  };
}

function noPlaceInTime(now: string): NoteOf<"manager-alerted"> {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "file-claim" },
    details: { reason: "No hay lugar para la visita dentro del plazo: quedó en el primero después." },
  };
}
