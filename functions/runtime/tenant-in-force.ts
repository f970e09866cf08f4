import { tenantWith } from "../../shared/casework/calendars-in-force.ts";
import type { CalendarBook } from "../../shared/storage/calendars.ts";
import { inForce } from "./in-force.ts";
import { now } from "./now.ts";

type Tenant = ReturnType<typeof tenantWith>;

/** Returns, for an instant, what `make` makes of the tenant with the calendars and outages in force at it. */
export function tenantInForce<Made>(
  tenant: Tenant,
  { known }: Pick<CalendarBook, "known">,
  make: (tenantNow: Tenant) => Made,
): (now: string) => Promise<Made> {
  return inForce(known, ({ versions, outages }) => make(tenantWith(tenant, versions, outages)));
}

/** Returns a handler of messages: each is handled with what `make` makes of the tenant as it is when the message comes. */
export function handleInForce<Message extends readonly unknown[]>(
  tenant: Tenant,
  calendars: Pick<CalendarBook, "known">,
  make: (tenantNow: Tenant) => (...message: Message) => Promise<void>,
): (...message: Message) => Promise<void> {
  const handlerAt = tenantInForce(tenant, calendars, make);
  return async (...message) => (await handlerAt(now()))(...message);
}
