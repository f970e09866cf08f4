import { seedOf } from "../../shared/casework/term/calendars-in-force.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { type CalendarBook, openCalendars } from "../../shared/storage/term/calendars.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/**
 * Returns a function that opens the calendar book of a table. While the table has no version, the book has the
 * calendars of the tenant's data as version 1.
 */
export function calendarsOf(tenant: Tenant): (table: Table) => CalendarBook {
  return (table) => openCalendars(table, seedOf(tenant));
}
