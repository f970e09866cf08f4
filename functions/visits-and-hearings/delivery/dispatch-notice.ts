import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { dispatchNotice as route } from "../../../shared/contract/notice/notice-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";
import { dispatchDecision, openDeliverers } from "./dispatch-decision.ts";

/**
 * Records that the decision is dispatched by a channel (`dispatchDecision`) and answers the case. Refuses `not-now` if
 * no signed decision waits to be notified or its delivery counts later, `no-consent` if the claimant did not agree to
 * the channel or it cannot reach them. Also refuses as `editCase`.
 */
export const dispatchNotice = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) =>
      dispatchDecision(deps, at, {
        by: request.caller,
        channel: request.body.channel,
        deliverers: openDeliverers(deps),
      }),
    ),
  );
