import { type Law, lawInForce, type Tenant } from "../../tenants/tenant.ts";
import type { TenantValue } from "../../tenants/tenant-value.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { ClaimLaw } from "../domain/claim-clocks.ts";

type Values<Group> = { readonly [Key in keyof Group]: Group[Key] extends TenantValue<infer Value> ? Value : never };

function valuesOf<Group extends Record<keyof Group, TenantValue<unknown>>>(group: Group): Values<Group> {
  const entries = Object.entries<TenantValue<unknown>>(group).map(([key, { value }]) => [key, value]);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** The law a case lives under: what its states and clocks need, and what its papers and visits need besides. */
export type CaseLaw = ClaimLaw & {
  readonly version: string;
  readonly inspection: { readonly retryCount: number };
  readonly conciliation: { readonly toleranceMinutes: number };
  readonly notification: { readonly emailAckDays: number };
  readonly evidence: { readonly historyMonths: number };
};

/** The law a claim filed on a day lives under, as plain values, and its version. */
export function claimLaw(tenant: Tenant, filedOn: CalendarDay): CaseLaw {
  const law = lawInForce(tenant, filedOn);
  return {
    version: law.version,
    claim: valuesOf(law.claim),
    inspection: valuesOf(law.inspection),
    conciliation: valuesOf(law.conciliation),
    resolution: valuesOf(law.resolution),
    notification: valuesOf(law.notification),
    silence: valuesOf(law.silence),
    phone: valuesOf(law.phone),
    recourse: valuesOf(law.recourse),
    recon: valuesOf(law.recon),
    appeal: valuesOf(law.appeal),
    trass: valuesOf(law.trass),
    execution: valuesOf(law.execution),
    evidence: valuesOf(law.evidence),
    calendars: { COMPANY: tenant.calendars.COMPANY.value, USER: tenant.calendars.USER.value },
  };
}

/** Whether any value of the law a claim lives under is not confirmed: its pages then say so. */
export function isTestData(tenant: Tenant, filedOn: CalendarDay): boolean {
  const { version: _, ...groups }: Law = lawInForce(tenant, filedOn);
  const values: readonly TenantValue<unknown>[] = Object.values(groups).flatMap((group) =>
    "status" in group ? [group] : Object.values<TenantValue<unknown>>(group),
  );
  return values.some(({ status }) => status !== "confirmed");
}
