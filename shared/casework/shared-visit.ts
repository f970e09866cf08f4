import type { Tenant } from "../../tenants/tenant.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { NamedClaim, PlannedVisit } from "../domain/case-events.ts";
import { allowedEvents } from "../domain/claim-states.ts";
import type { ClaimType, ClaimTypeRule } from "../domain/claim-types.ts";
import type { CaseFile, CaseFiles, NamedVisit } from "../storage/case-files.ts";
import { caseAt, caseHeadAt, isHeadOver } from "./case-at.ts";
import { isOpenOn, type Zone } from "./free-slots.ts";

/** What a claim needs of a visit, and between which days. */
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

/** A visit still to come that serves another claim too. */
export interface VisitToShare {
  readonly visit: Omit<PlannedVisit, "inspectionId">;
  /** The visit that has the place and the inspector, and whose claim that is. */
  readonly shares: NamedVisit;
  readonly with: NamedClaim;
}

/** Claims of a supply that are looked at: it has a few. */
const claimsRead = 20;

/**
 * The first visit of a supply that is still to come and serves another claim of it too: in the same zone, within its
 * days, and looking at all that its type asks to be looked at.
 */
export async function visitToShare(
  { tenant, caseFiles }: { readonly tenant: Tenant; readonly caseFiles: CaseFiles },
  wanted: WantedVisit,
): Promise<VisitToShare | undefined> {
  const { claimId, supplyCode, alsoAmong = [], now } = wanted;
  const ids = new Set([...alsoAmong, ...(await caseFiles.ofSupply(supplyCode, claimsRead))]);
  ids.delete(claimId);
  const heads = (await caseFiles.heads([...ids])).filter(
    (head) => !isHeadOver(caseHeadAt(head, now)) && head.appointmentsWait === undefined,
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
  const { claim, law } = caseAt(file, tenant, now);
  const { claimId, code, claimType: itsType } = file.head;
  if (!allowedEvents(claim.state).includes("inspection-reported")) return [];
  if (!looksAtAll(law.claimTypes[itsType], law.claimTypes[claimType])) return [];
  return file.visits
    .filter((one) => one.reportedAt === undefined && one.zone === zone)
    .filter(({ on }) => on >= earliest && on <= through && isOpenOn(tenant, on))
    .map(({ on, from, to, inspectionId, shares = { claimId, inspectionId } }) => ({
      visit: { on, from, to, late: false },
      shares,
      with: { claimId, code },
    }));
}

/** Whether a visit of one type sees all that another asks for. */
function looksAtAll(one: ClaimTypeRule, other: ClaimTypeRule): boolean {
  return (one.internalInspection || !other.internalInspection) && (one.externalInspection || !other.externalInspection);
}
