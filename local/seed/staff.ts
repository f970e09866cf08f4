import { tenant } from "../../settings.ts";
import { addDays, limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import { openSupervision } from "../../shared/storage/register/supervision.ts";
import { type StaffPerson, seededStaff, subOf } from "../people.ts";

/** Days of access of the seeded supervisor; afterwards an administrator may grant it again. */
const supervisedDays = 90;

/**
 * Adds the seeded staff who are not in the office's register yet, on duty. Adds the external supervisor off duty, with
 * 90 days of access from the Lima day of `now`; a later call does not renew them. Gives a registered signer without
 * identity document theirs. Other people in the register stay unchanged.
 */
export async function seedStaff(claims: Table, now: string): Promise<void> {
  const register = openStaffRegister(claims);
  const supervision = openSupervision(claims);
  const office = tenant.office.code.value;
  const known = new Map((await register.list(office)).map((record) => [record.sub, record]));
  for (const person of Object.values<StaffPerson>(seededStaff)) {
    const sub = subOf(person);
    const { name, extension, roles, document } = person;
    const record = known.get(sub);
    if (record && document !== undefined && record.document === undefined) {
      const { openClaims: _, ...own } = record;
      await register.save(office, { ...own, document });
    }
    if (record) continue;
    if (!roles.some((role) => role === "external-supervisor")) {
      await register.save(office, { sub, name, extension, roles, onDuty: true, document });
      continue;
    }
    const from = limaDay(now);
    const access = { from, until: addDays(from, supervisedDays), letter: "OFICIO DE PRUEBA 1", by: "seed", at: now };
    await supervision.grant(office, { sub, name }, access);
  }
}
