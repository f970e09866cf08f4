import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { Staff, StaffRole } from "../../shared/domain/work/people.ts";
import { type AccessRefusal, accessRefusal } from "../../shared/domain/work/staff-access.ts";
import type { StaffRecord } from "../../shared/storage/register/staff-register.ts";
import type { AccessDeps } from "./access-deps.ts";

/** A change of a person's roles as it was asked for; without roles it ends their access. */
export interface AskedChange {
  readonly by: Staff;
  readonly roles: readonly StaffRole[];
  readonly reason: string;
  readonly now: string;
}

type Changed = Pick<StaffRecord, "sub" | "name"> & { readonly roles: StaffRole[] };

/**
 * Stores `person` in the register with exactly `roles`, who gave them and why, and sets the roles at the sign-in: lost
 * ones before, new ones after, so that a failure never leaves more there. Refuses `own-access` if `by` is the person;
 * `not-yours-to-give` for `administrator` by who lacks it, or an external supervisor; `still-owns-work` if access ends
 * with open claims; `last-manager` if none would be left; `busy` if another change came first.
 */
export async function changeAccess(
  { tenant, staffRegister, accessChanges, staffAccounts }: AccessDeps,
  person: StaffRecord,
  { by, roles, reason, now }: AskedChange,
): Promise<Answer<Changed, AccessRefusal | "busy">> {
  const office = tenant.office.code.value;
  const last = await accessChanges.last(office);
  const staff = await staffRegister.list(office);
  const known = staff.find(({ sub }) => sub === person.sub);
  const before = known?.roles ?? [];
  const refusal = accessRefusal(by, { ...person, roles: before }, roles, staff);
  if (refusal !== undefined) return refused(refusal);
  const isSame =
    known?.extension === person.extension &&
    known.document === person.document &&
    before.length === roles.length &&
    before.every((role) => roles.includes(role));
  const { openClaims: _, ...record } = { ...person, roles, onDuty: person.onDuty && roles.length > 0 };
  const change = { number: last + 1, at: now, by: by.sub, sub: person.sub, before, after: roles, reason };
  const kept = before.filter((role) => roles.includes(role));
  const takes = kept.length < before.length;
  if (takes) await staffAccounts.hold(person.sub, kept);
  if (!isSame && !(await accessChanges.make(office, change, record))) {
    const current = (await staffRegister.list(office)).find(({ sub }) => sub === person.sub);
    if (takes) await staffAccounts.hold(person.sub, current?.roles ?? []);
    return refused("busy");
  }
  if (!takes || kept.length < roles.length) await staffAccounts.hold(person.sub, roles);
  return ok({ sub: person.sub, name: person.name, roles: [...roles] });
}
