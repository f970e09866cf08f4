import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { type CalendarBook, openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/** Returns the opener of a utility's calendar versions, which begin with the calendars in its data. */
export function calendarsOf(tenant: Tenant): (table: Table) => CalendarBook {
  return (table) => openCalendars(table, seedOf(tenant));
}
