import { visitConfirmation, visitMove } from "../../../shared/casework/visit/visit-choice.ts";
import { visitView } from "../../../shared/casework/visit/visit-view.ts";
import {
  confirmVisit as confirmRoute,
  moveVisit as moveRoute,
  showVisit as showRoute,
} from "../../../shared/contract/visit/visit-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim, recordInCallersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the claim's next visit, with its inspector and the free slots that the claimant may choose for it; without
 * `visit` if none is ahead. Refuses `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const showVisit = (deps: ClaimDeps) =>
  serve(showRoute, async (request) => {
    const found = await callersClaim(deps, request);
    return found.ok ? ok(await visitView(deps, found.value)) : found;
  });

/**
 * Records `visit-confirmed`: somebody will be there. Writes nothing if the visit is confirmed already. Refuses
 * `not-now` if `inspectionId` is not the claim's next visit, or if the visit is on another day or hour than the ones
 * sent. Answers the visit. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const confirmVisit = (deps: ClaimDeps) =>
  serve(confirmRoute, async (request) => {
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      visitConfirmation(deps.tenant, { by: request.caller }, at, request.body),
    );
    return recorded.ok ? ok(await visitView(deps, recorded.value)) : recorded;
  });

/**
 * Records `visit-moved` to the named slot, gives the earlier slot back and takes the inspector off the visit. Writes
 * nothing if the visit is there already. Refuses `not-now` if `inspectionId` is not the claim's next visit, the slot is
 * not free, the visit serves several claims, its day is too near, or it was moved as often as the office allows.
 * Answers the visit. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const moveVisit = (deps: ClaimDeps) =>
  serve(moveRoute, async (request) => {
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      visitMove(deps, { by: request.caller }, at, request.body),
    );
    return recorded.ok ? ok(await visitView(deps, recorded.value)) : recorded;
  });
