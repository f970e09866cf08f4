import { giveAppointments as route } from "../../shared/contract/admission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { waitingAppointments } from "../../shared/domain/waiting-appointments.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { givenAppointments, notWaiting } from "./given-appointments.ts";

/**
 * Gives a visit and a hearing to a claim that waits for them, with the caller's reason: an analyst found that it is no
 * duplicate, or lets it pass. Refuses `not-now` if the claim does not wait for appointments.
 */
export const giveAppointments = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      if (!waitingAppointments(at.file.events, at.claim.state)) return refused("not-now", { detail: notWaiting });
      return ok(await givenAppointments(deps, at, { by: request.caller, reason: request.body.reason }));
    }),
  );
