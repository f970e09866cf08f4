import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import type { ClaimType, ClaimTypeRule } from "../../domain/case/claim-types.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { NamedClaim, PlannedVisit } from "../../domain/visit/appointments.ts";
import type { CaseFile, CaseFiles } from "../../storage/case/case-files.ts";
import type { SupplyClaims } from "../../storage/supply/supply-claims.ts";
import type { NamedVisit } from "../../storage/visit/visits.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { caseHeadAt, caseNow, isHeadOver } from "../case/case-at.ts";
import { isOpenOn, type Zone } from "./free-slots.ts";

/** What a claim needs of a visit, and the days it may be on. */
interface WantedVisit {
  readonly claimId: string;
  readonly supplyCode: string;
  readonly claimType: ClaimType;
  readonly zone: Zone;
  readonly earliest: CalendarDay;
  readonly through: CalendarDay;
  /** Claims of the supply that its index may not show yet. */
  readonly alsoAmong?: readonly string[] | undefined;
  readonly now: string;
}

/** A visit of another claim, still to come, that serves this one too. */
export interface VisitToShare {
  readonly visit: Omit<PlannedVisit, "inspectionId">;
  /** The visit that has the slot and the inspector, and its claim. */
  readonly shares: NamedVisit;
  readonly with: NamedClaim;
}

export interface SharedVisitDeps {
  readonly tenant: Tenant;
  readonly caseFiles: Pick<CaseFiles, "read">;
  readonly supplyClaims: SupplyClaims;
}

/** How many claims of a supply are read: it has a few. */
const claimsRead = 20;

/**
 * Returns the earliest visit of the supply's other open claims that can serve the wanted visit too; undefined if there
 * is none. Such a visit is not reported yet, is in the wanted zone, from `earliest` to `through`, inclusive, on a
 * working day (USER calendar), and makes every inspection that the wanted `claimType` asks for. Leaves out claims that
 * wait for their appointments. Reads at most 20 claims of the supply.
 */
export async function visitToShare(
  { tenant, caseFiles, supplyClaims }: SharedVisitDeps,
  wanted: WantedVisit,
): Promise<VisitToShare | undefined> {
  const { claimId, supplyCode, alsoAmong = [], now } = wanted;
  const heads = (await supplyClaims.heads(supplyCode, claimsRead, alsoAmong)).filter(
    (head) => head.claimId !== claimId && !isHeadOver(caseHeadAt(head, now)) && head.appointmentsWait === undefined,
  );
  const files = await Promise.all(heads.map((head) => caseFiles.read(head.claimId)));
  const [found] = files
    .flatMap((file) => (file ? suitingVisits(file, tenant, wanted) : []))
    .toSorted((a, b) => (`${a.visit.on} ${a.visit.from}` < `${b.visit.on} ${b.visit.from}` ? -1 : 1));
  if (!found) return undefined;
  const owner = heads.find((head) => head.claimId === found.shares.claimId);
  return owner ? { ...found, with: { claimId: owner.claimId, code: owner.code } } : found;
}

function suitingVisits(
  file: CaseFile,
  tenant: Tenant,
  { claimType, zone, earliest, through, now }: WantedVisit,
): readonly VisitToShare[] {
  const { claim, law } = caseNow(file, tenant, now);
  const { claimId, code, claimType: itsType } = file.head;
  if (!allowedEvents(claim.state).includes("inspection-reported")) return [];
  if (!inspectsAll(law.claimTypes[itsType], law.claimTypes[claimType])) return [];
  return file.visits
    .filter((one) => one.reportedAt === undefined && one.zone === zone)
    .filter(({ on }) => on >= earliest && on <= through && isOpenOn(tenant, on))
    .map(({ on, from, to, inspectionId, shares = { claimId, inspectionId } }) => ({
      visit: { on, from, to, late: false },
      shares,
      with: { claimId, code },
    }));
}

/** Whether a visit for one claim type inspects all that another type asks for. */
function inspectsAll(one: ClaimTypeRule, other: ClaimTypeRule): boolean {
  return (one.internalInspection || !other.internalInspection) && (one.externalInspection || !other.externalInspection);
}
