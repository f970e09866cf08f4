import { tenantWith } from "../../shared/casework/term/calendars-in-force.ts";
import type { CalendarBook } from "../../shared/storage/term/calendars.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { inForce } from "./in-force.ts";

/** The tenant by its data, and the versions of its calendars. */
export interface TenantDeps {
  readonly tenant: Tenant;
  readonly calendars: Pick<CalendarBook, "known">;
}

/**
 * Returns a function that answers, for an instant, what `make` returns for `deps` with a tenant that has the calendars
 * and outages in force at that instant. `make` is called again only if they have changed; they are read at most once a
 * minute.
 */
export function tenantInForce<Deps extends TenantDeps, Made>(
  deps: Deps,
  make: (depsNow: Deps) => Made,
): (now: string) => Promise<Made> {
  const { tenant, calendars } = deps;
  return inForce(calendars.known, ({ versions, outages }) =>
    make({ ...deps, tenant: tenantWith(tenant, versions, outages) }),
  );
}
