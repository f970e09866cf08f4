import type { StaffRegister } from "../../shared/storage/register/staff-register.ts";
import type { AccessChanges } from "../../shared/storage/work/access-changes.ts";
import type { StaffAccounts } from "../../shared/storage/work/staff-accounts.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

export interface AccessDeps {
  readonly tenant: Tenant;
  readonly staffRegister: Pick<StaffRegister, "list">;
  readonly accessChanges: AccessChanges;
  readonly staffAccounts: StaffAccounts;
}
