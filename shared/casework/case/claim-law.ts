import type { ClaimLaw } from "../../domain/case/claim-law.ts";
import type { ClaimCatalogue } from "../../domain/case/claim-types.ts";
import type { OutcomeLaw } from "../../domain/receipt/consumption-outcome.ts";
import type { AtypicalRules, AverageRules } from "../../domain/receipt/consumption-shapes.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { type Law, lawInForce, type Tenant } from "../../tenant/tenant.ts";
import type { TenantValue } from "../../tenant/tenant-value.ts";

type Values<Group> = { readonly [Key in keyof Group]: Group[Key] extends TenantValue<infer Value> ? Value : never };

function valuesOf<Group extends Record<keyof Group, TenantValue<unknown>>>(group: Group): Values<Group> {
  const entries = Object.entries<TenantValue<unknown>>(group).map(([key, { value }]) => [key, value]);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** The values of the law that apply to a case, and their version. */
export type CaseLaw = ClaimLaw & {
  readonly version: string;
  readonly inspection: {
    readonly retryCount: number;
    readonly windowHours: number;
    readonly hours: { readonly opens: string; readonly closes: string };
  };
  readonly conciliation: { readonly toleranceMinutes: number };
  readonly phone: { readonly undoDays: number };
  readonly notification: {
    readonly hours: { readonly opens: string; readonly closes: string };
    readonly mailbox: boolean;
  };
  readonly evidence: { readonly historyMonths: number; readonly unitsHistoryPeriods: number };
  readonly queja: { readonly addressee: "TRASS" | "SUPERIOR" };
  readonly claimTypes: ClaimCatalogue;
  readonly leak: OutcomeLaw;
  readonly atypical: AtypicalRules & { readonly noticeHours: number };
  readonly average: AverageRules;
};

/** The plain values of each law that was asked for: a list asks for the same law for each of its rows. */
const known = new WeakMap<Law, ReturnType<typeof plainValues>>();

function plainValues(law: Law) {
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
    queja: valuesOf(law.queja),
    recon: valuesOf(law.recon),
    appeal: valuesOf(law.appeal),
    trass: valuesOf(law.trass),
    court: valuesOf(law.court),
    execution: valuesOf(law.execution),
    leak: valuesOf(law.leak),
    meterTest: valuesOf(law.meterTest),
    distance: valuesOf(law.distance),
    atypical: valuesOf(law.atypical),
    average: valuesOf(law.average),
    evidence: valuesOf(law.evidence),
    claimTypes: valuesOf(law.claimTypes),
  };
}

/**
 * Returns the law in force on the day a claim was filed, as plain values, together with the tenant's calendars. It also
 * has the earlier calendars and the outages of the document desk, except those that ended before that day.
 */
export function claimLaw(tenant: Tenant, filedOn: CalendarDay): CaseLaw {
  const law = lawInForce(tenant, filedOn);
  const values = known.get(law) ?? plainValues(law);
  known.set(law, values);
  return {
    ...values,
    calendars: { COMPANY: tenant.calendars.COMPANY.value, USER: tenant.calendars.USER.value },
    // Calendars replaced and outages over before the filing never counted for this claim.
    earlier: tenant.earlierCalendars?.filter(({ until }) => limaDay(until) >= filedOn),
    outages: tenant.outages?.filter(({ to }) => limaDay(to) >= filedOn),
  };
}

/**
 * Returns whether any value of the law in force on a claim's filing day is not confirmed. The pages of such a claim say
 * that they show test data.
 */
export function isTestData(tenant: Tenant, filedOn: CalendarDay): boolean {
  const { version: _, ...groups }: Law = lawInForce(tenant, filedOn);
  const values: readonly TenantValue<unknown>[] = Object.values(groups).flatMap((group) =>
    "status" in group ? [group] : Object.values<TenantValue<unknown>>(group),
  );
  return values.some(({ status }) => status !== "confirmed");
}
