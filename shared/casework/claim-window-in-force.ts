import type { CalendarDay } from "../domain/calendar-day.ts";
import type { ClaimWindowRules } from "../domain/claim-window.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";

/**
 * Returns the rules of the term to claim: those of the law in force on `day`, the USER calendar in force at `now` and
 * the ones it replaced, and every outage of the document desk. An outage recorded after `now` is included: it moves the
 * term although it was recorded later.
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
