import { tenant } from "../../settings.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { seededStaff, subOf } from "../people.ts";

/** Enters the seeded staff who are not in the office's register yet; whoever is, stays as the office has them. */
export async function seedStaff(claims: Table): Promise<void> {
  const register = openStaffRegister(claims);
  const office = tenant.office.code.value;
  const known = new Set((await register.list(office)).map(({ sub }) => sub));
  for (const person of Object.values(seededStaff)) {
    const sub = subOf(person);
    const { name, extension, roles } = person;
    if (!known.has(sub)) await register.save(office, { sub, name, extension, roles, onDuty: true });
  }
}
