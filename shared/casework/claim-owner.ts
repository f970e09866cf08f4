import type { Owner } from "../domain/fact-details.ts";
import type { StaffRecord } from "../storage/staff-register.ts";
/**
 * Returns who owns a claim from its filing on (design, 7): of the analysts on duty the one with the fewest open claims,
 * of several the first by account id; undefined if no analyst is on duty.
 */
export function ownerAmong(staff: readonly StaffRecord[]): Owner | undefined {
  const [least] = staff
    .filter(({ onDuty, roles }) => onDuty && roles.includes("analyst"))
    .toSorted((a, b) => a.openClaims - b.openClaims || (a.sub < b.sub ? -1 : 1));
  return least && { sub: least.sub, name: least.name, extension: least.extension };
}
