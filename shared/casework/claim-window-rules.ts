import type { CalendarDay } from "../domain/calendar-day.ts";
import type { ClaimWindowRules } from "../domain/claim-window.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";

/**
 * The rules of the term to claim: of the law in force on a day, with the calendars as they were at an instant, and every outage
 * of the desk: one that was recorded after a filing met its term all the same.
 * @param now an instant, ISO 8601 in UTC: of the filing, for a claim that was filed
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
