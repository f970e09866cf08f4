import { givePlaces as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { waitingPlaces } from "../../shared/domain/waiting-places.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";
import { givenPlaces, notWaiting } from "./given-places.ts";

/** Gives a day to the visit and the hearing of a claim that waits for them: it is no other's, or an analyst lets it pass. */
export const givePlaces = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async (at) => {
      if (!waitingPlaces(at.file.events, at.claim.state)) return refused("not-now", { detail: notWaiting });
      return ok(await givenPlaces(desk, at, { by: request.caller, reason: request.body.reason }));
    }),
  );
