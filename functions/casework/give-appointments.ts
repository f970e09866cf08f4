import { giveAppointments as route } from "../../shared/contract/admission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { waitingAppointments } from "../../shared/domain/waiting-appointments.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { givenAppointments, notWaiting } from "./given-appointments.ts";

/** Gives a day to the visit and the hearing of a claim that waits for them: it is no other's, or an analyst lets it pass. */
export const giveAppointments = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      if (!waitingAppointments(at.file.events, at.claim.state)) return refused("not-now", { detail: notWaiting });
      return ok(await givenAppointments(deps, at, { by: request.caller, reason: request.body.reason }));
    }),
  );
