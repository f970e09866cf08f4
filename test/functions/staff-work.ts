import { casework } from "../../functions/casework/casework.ts";
import type { CaseworkDeps } from "../../functions/casework/casework-deps.ts";
import { telephone } from "../../functions/telephone/telephone.ts";
import type { TelephoneDeps } from "../../functions/telephone/telephone-deps.ts";
import type { VisitDeps } from "../../functions/visits-and-hearings/visit-deps.ts";
import { visitsAndHearings } from "../../functions/visits-and-hearings/visits-and-hearings.ts";
import * as conciliationRoutes from "../../shared/contract/conciliation/conciliation-routes.ts";
import * as actOnBehalfRoutes from "../../shared/contract/counter/act-on-behalf-routes.ts";
import * as intakeRoutes from "../../shared/contract/counter/intake-routes.ts";
import * as noticeRoutes from "../../shared/contract/notice/notice-routes.ts";
import { routesByFunction } from "../../shared/contract/routes.ts";
import * as investigationRoutes from "../../shared/contract/visit/investigation-routes.ts";

export interface StaffWorkDeps extends Omit<CaseworkDeps, "atypicalReadings">, TelephoneDeps, VisitDeps {
  readonly atypicalReadings: VisitDeps["atypicalReadings"];
}

/**
 * The routes of staff on claims, whichever function answers each; not those of readings, calls and requests for
 * attention.
 */
export const staffWorkRoutes = {
  ...routesByFunction.casework,
  ...actOnBehalfRoutes,
  ...intakeRoutes,
  ...conciliationRoutes,
  ...investigationRoutes,
  ...noticeRoutes,
};

/** The operations of staff on claims, of each of their functions, on the same stores. */
export const staffWork = (deps: StaffWorkDeps) => ({
  ...casework(deps),
  ...telephone(deps),
  ...visitsAndHearings(deps),
});
