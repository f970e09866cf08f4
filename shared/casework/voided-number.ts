import type { Tenant } from "../../tenants/tenant.ts";
import { limaDay, partsOf } from "../domain/calendar-day.ts";
import type { CaseEventOf } from "../domain/case-events.ts";
import { frozenResolution } from "../domain/frozen-documents.ts";
import { placeOfNumber } from "../domain/resolution-number.ts";
import type { CaseFile } from "../storage/case-files.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { ResolutionNumbers } from "../storage/resolution-numbers.ts";

/** What voiding works with. */
export interface VoidingDesk {
  readonly tenant: Tenant;
  readonly resolutionNumbers: ResolutionNumbers;
}

/** Voids the number of a resolution that waited for its signature and will not get it. */
export function voided(
  { tenant, resolutionNumbers }: VoidingDesk,
  { head }: CaseFile,
  { number, effectiveAt }: CaseEventOf<"resolution-issued">,
  reason: string,
): Write {
  const series = { office: head.office, year: partsOf(limaDay(effectiveAt)).year };
  const place = placeOfNumber(tenant.office.resolutionNumber.value, series, number);
  if (place === undefined) throw new Error(`the resolution ${number} has no place in its series`);
  return resolutionNumbers.void(series, place, head.claimId, reason);
}

/** Voids the number of whatever waits for its signature in a case that nothing more is decided in. */
export function voidedIn(desk: VoidingDesk, file: CaseFile, reason: string): readonly Write[] {
  const frozen = frozenResolution(file.events);
  return frozen ? [voided(desk, file, frozen, reason)] : [];
}
