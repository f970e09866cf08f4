import type { CalendarDay } from "../domain/calendar-day.ts";
import type { ClaimWindowRules } from "../domain/claim-window.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";

/**
 * Returns the rules of the term to claim. The law is the one in force on `day`. The USER calendars are the one in force
 * at `now` and those it replaced. The outages of the document desk are all those on record: one recorded after `now`
 * still moves the term.
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
