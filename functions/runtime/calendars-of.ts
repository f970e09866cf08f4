import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { type CalendarBook, openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/**
 * Returns a function that opens, on a table, the stored versions of a utility's calendars. The first version is made of
 * the calendars in the tenant's data.
 */
export function calendarsOf(tenant: Tenant): (table: Table) => CalendarBook {
  return (table) => openCalendars(table, seedOf(tenant));
}
