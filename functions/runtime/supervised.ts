import { refused } from "../../shared/contract/refusals.ts";
import type { Route } from "../../shared/contract/route.ts";
import { isInForce } from "../../shared/domain/register/supervision.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { Staff } from "../../shared/domain/work/people.ts";
import type { Supervision } from "../../shared/storage/register/supervision.ts";
import { callerFor } from "./caller.ts";
import { type ApiEvent, guarded, type Served } from "./serve.ts";

/** The register of external supervisors, which also keeps what they asked for. */
interface SupervisedDeps {
  readonly supervision: Pick<Supervision, "find" | "note">;
  readonly office: string;
}

const role = "external-supervisor";

/** Returns whether a caller may use a route as an external supervisor and by no other of their roles. */
function isSupervisor({ roles: allowed = [] }: Route, { roles }: Staff): boolean {
  return roles.includes(role) && allowed.includes(role) && !allowed.some((one) => one !== role && roles.includes(one));
}

/** What a request asks by the names that its route knows: others ask nothing, and the store takes no `constructor`. */
function askedOf(route: Route, { pathParameters, queryStringParameters }: ApiEvent): Record<string, string> {
  const known = Object.keys({ ...route.query?.shape, ...route.params?.shape });
  const asked = Object.entries({ ...queryStringParameters, ...pathParameters });
  return Object.fromEntries(
    asked.flatMap(([name, value]) =>
      value !== undefined && known.includes(name) ? [[name, value.slice(0, 200)]] : [],
    ),
  );
}

function watched({ supervision, office }: SupervisedDeps, { route, answer }: Served): Served {
  return {
    route,
    answer: async (event, now) => {
      const caller = callerFor("staff", event.requestContext.authorizer?.jwt?.claims);
      if (route.audience !== "staff" || !caller || !isSupervisor(route, caller)) return answer(event, now);
      const known = await supervision.find(office, caller.sub);
      const access = known?.accesses.at(-1);
      if (!known || !access || !isInForce(access, limaDay(now))) return refused("access-over");
      await supervision.note(office, {
        at: now,
        requestId: event.requestContext.requestId,
        sub: caller.sub,
        name: known.name,
        route: `${route.method} ${route.path}`,
        asked: askedOf(route, event),
      });
      return answer(event, now);
    },
  };
}

/**
 * Returns the routes with a guard for staff who may use a route as external supervisors only, not by another of their
 * roles. Refuses `access-over` if the register lacks such a caller, or if today is outside the days of their last
 * access. Records what they ask for before it is answered; if that fails, the request fails. Other callers pass without
 * guard.
 */
export function supervised<Routes extends Record<string, Served>>(deps: SupervisedDeps, served: Routes): Routes {
  return guarded(served, (one) => watched(deps, one));
}
