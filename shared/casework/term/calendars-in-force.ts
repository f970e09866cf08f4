import type { Calendars } from "../../domain/case/claim-law.ts";
import type { KnownOutage } from "../../domain/problem/outage.ts";
import type { CalendarVersion } from "../../domain/term/calendar-changes.ts";
import type { Tenant } from "../../tenant/tenant.ts";

/** Returns the calendars in the utility's data. The table of calendar versions starts from them. */
export function seedOf({ calendars: { COMPANY, USER } }: Tenant): Calendars {
  return { COMPANY: COMPANY.value, USER: USER.value };
}

/**
 * Returns a copy of the tenant with the calendars of the last of `versions`, the instant until which they are in force
 * (`calendarsUntil`), the calendars of the earlier versions (`earlierCalendars`), and `outages`. If `versions` is
 * empty, replaces only `outages`.
 * @param versions the oldest first
 */
export function tenantWith<Of extends Tenant>(
  tenant: Of,
  versions: readonly Pick<CalendarVersion, "inForceFrom" | "calendars" | "until">[],
  outages: readonly KnownOutage[] = tenant.outages ?? [],
): Of {
  const last = versions.at(-1);
  if (!last) return { ...tenant, outages };
  const { COMPANY, USER } = tenant.calendars;
  return {
    ...tenant,
    calendars: {
      COMPANY: { ...COMPANY, value: last.calendars.COMPANY },
      USER: { ...USER, value: last.calendars.USER },
    },
    outages,
    calendarsUntil: last.until,
    earlierCalendars: versions
      .slice(1)
      .flatMap(({ inForceFrom: until }, at) => (versions[at] ? [{ until, calendars: versions[at].calendars }] : [])),
  };
}
