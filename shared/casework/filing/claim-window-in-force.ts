import type { ClaimWindowRules } from "../../domain/filing/claim-window.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";

/**
 * Returns the rules for the term to claim a receipt. The values of the law are those in force on `day`. `calendar` is
 * the USER calendar in force at `now`, and `earlier` has the calendars that it replaced. `outages` has every outage on
 * record, also those recorded after `now`, because an outage moves a term whenever it is recorded.
 * @param now an instant, ISO 8601 in UTC: for a filed claim, that of its filing
 */
export function claimWindowRules(tenant: Tenant, day: CalendarDay, now: string): ClaimWindowRules {
  const { claim } = lawInForce(tenant, day);
  const { earlierCalendars = [], calendars, outages } = tenant;
  const earlier = earlierCalendars.map(({ until, calendars: { USER } }) => ({ until, calendar: USER }));
  const replacedSince = earlier.find(({ until }) => until > now);
  return {
    claimWindow: claim.windowRule.value,
    claimWindowPaidMonths: claim.windowPaidMonths.value,
    calendar: replacedSince?.calendar ?? calendars.USER.value,
    earlier: earlier.filter(({ until }) => until <= now),
    outages,
  };
}
