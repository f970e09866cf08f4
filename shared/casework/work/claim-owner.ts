import type { Owner } from "../../domain/case/fact-details.ts";
import type { StaffRecord } from "../../storage/register/staff-register.ts";
/**
 * Returns the owner of a new claim (design, 7): the analyst on duty with the fewest open claims. If several have the
 * fewest, returns the first of them by account id. Undefined if no analyst is on duty.
 */
export function ownerAmong(staff: readonly StaffRecord[]): Owner | undefined {
  const [least] = staff
    .filter(({ onDuty, roles }) => onDuty && roles.includes("analyst"))
    .toSorted((a, b) => a.openClaims - b.openClaims || (a.sub < b.sub ? -1 : 1));
  return least && { sub: least.sub, name: least.name, extension: least.extension };
}
