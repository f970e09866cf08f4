import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { givenAppointments, notWaiting } from "../../../shared/casework/visit/given-appointments.ts";
import { giveAppointments as route } from "../../../shared/contract/claim/admission-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { waitingAppointments } from "../../../shared/domain/visit/waiting-appointments.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `appointments-given` for a claim that waits for its appointments: a hearing and, if its type asks for one, a
 * visit, which may be that of another open claim of the supply. Each takes a free slot in its term, or the least taken
 * slot if none is free. Alerts the manager if slots run out. Refuses `not-now` if the claim does not wait for its
 * appointments. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const giveAppointments = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      if (!waitingAppointments(at.file.events, at.claim.state)) return refused("not-now", { detail: notWaiting });
      return ok(await givenAppointments(deps, at, { by: request.caller, reason: request.body.reason }));
    }),
  );
