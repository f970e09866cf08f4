import type { AccessChanges } from "../../shared/storage/access-changes.ts";
import type { StaffAccounts } from "../../shared/storage/staff-accounts.ts";
import type { StaffRegister } from "../../shared/storage/staff-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

export interface AccessDeps {
  readonly tenant: Tenant;
  readonly staffRegister: Pick<StaffRegister, "list">;
  readonly accessChanges: AccessChanges;
  readonly staffAccounts: StaffAccounts;
}
