import { refused } from "../../shared/contract/refusals.ts";
import { lookMs, type Opened } from "../../shared/domain/counter/openings.ts";
import type { Staff } from "../../shared/domain/work/people.ts";
import type { Openings } from "../../shared/storage/counter/openings.ts";
import type { StaffRegister } from "../../shared/storage/register/staff-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { callerFor } from "./caller.ts";
import { openedBy } from "./opened-by.ts";
import { type ApiEvent, guarded, type Served } from "./serve.ts";

/** The register of the staff, and the log of what they open. */
interface AsStaffDeps {
  readonly staffRegister: Pick<StaffRegister, "recent">;
  readonly openings: Pick<Openings, "note">;
  readonly tenant: Pick<Tenant, "office" | "supplyCodeLength">;
}

/** The looks that an environment noted lately, by who and what: the instant of each and its writing. */
type Looks = Map<string, { readonly at: number; readonly noted: Promise<void> }>;
const mostLooks = 2000;
const looksOf = new WeakMap<AsStaffDeps["openings"], Looks>();

/** Notes what of `opened` the caller has not opened within the last quarter of an hour, as this environment knows. */
async function note(
  { openings, tenant }: AsStaffDeps,
  caller: Staff,
  opened: readonly Opened[],
  now: string,
): Promise<void> {
  const at = Date.parse(now);
  const looks: Looks = looksOf.get(openings) ?? new Map();
  looksOf.set(openings, looks);
  if (looks.size > mostLooks) looks.clear();
  const keyOf = ({ what, id, part }: Opened) => [caller.sub, what, id, part].join(" ");
  const known = (one: Opened) => {
    const look = looks.get(keyOf(one));
    return look && at >= look.at && at - look.at < lookMs ? look : undefined;
  };
  const fresh = opened.filter((one) => !known(one));
  const before = opened.flatMap((one) => known(one)?.noted ?? []);
  const made = fresh.map((one) => ({ ...one, at: now, by: caller.sub }));
  const noted = fresh.length > 0 ? openings.note(tenant.office.code.value, made) : Promise.resolve();
  for (const one of fresh) looks.set(keyOf(one), { at, noted });
  try {
    await Promise.all([noted, ...before]);
  } catch (failure) {
    // What was not written is written by the next look.
    for (const one of fresh) looks.delete(keyOf(one));
    throw failure;
  }
}

/** Whether the staff register, as it was at most a minute ago, has the caller in one of the route's roles. */
async function isOnStaff(
  { staffRegister, tenant }: AsStaffDeps,
  caller: Staff,
  { roles }: Served["route"],
  now: string,
) {
  const staff = await staffRegister.recent(tenant.office.code.value, now);
  const own = staff.find(({ sub }) => sub === caller.sub)?.roles ?? [];
  return own.some((role) => roles?.includes(role));
}

function watched(deps: AsStaffDeps, { route, answer }: Served): Served {
  return {
    route,
    answer: async (event: ApiEvent, now) => {
      const caller = callerFor("staff", event.requestContext.authorizer?.jwt?.claims);
      const isAdmitted = caller && route.roles?.some((role) => caller.roles.includes(role));
      if (route.audience !== "staff" || !caller || !isAdmitted) return answer(event, now);
      if (route.method !== "GET" && !(await isOnStaff(deps, caller, route, now))) return refused("not-your-role");
      const opened = openedBy(route, event, deps.tenant.supplyCodeLength.value);
      // The answer does not wait for the note to begin, but is not given without it.
      const [answered] = await Promise.all([answer(event, now), note(deps, caller, opened, now)]);
      return answered;
    },
  };
}

/**
 * Returns the routes with a guard for staff whose token has one of the route's roles; other callers pass unguarded.
 * Refuses `not-your-role` if the method is not GET and the staff register, read at most a minute ago, has the caller in
 * none of the route's roles. Notes what the request opens of people (`openedBy`), the same thing at most once in a
 * quarter of an hour for each caller and environment. The request fails if the note cannot be written.
 */
export function asStaff<Routes extends Record<string, Served>>(deps: AsStaffDeps, served: Routes): Routes {
  return guarded(served, (one) => watched(deps, one));
}
