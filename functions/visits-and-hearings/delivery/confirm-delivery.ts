import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { effectOfDelivery } from "../../../shared/casework/delivery/delivery-effect.ts";
import { confirmDelivery as route } from "../../../shared/contract/notice/notice-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { deliveryEvidence } from "../../../shared/domain/case/claim-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimedDelivery } from "../../../shared/domain/delivery/delivery-to-confirm.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Confirms a delivery of the decision that somebody else recorded late (digest 5.6): records `resolution-notified` as
 * of when the delivery took effect, with the caller as second person, by name or, if the staff register lacks them, by
 * account id. Refuses `notice-not-found` if no delivery of this notice waits for confirmation; `not-now` if the caller
 * recorded the delivery or the claim can no longer be notified. Answers the case. Also refuses as `editCase`.
 */
export const confirmDelivery = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async ({ file, law }) => {
      const { caller, params } = request;
      const claimed = claimedDelivery(file.events, params.noticeId);
      if (!claimed) return refused("notice-not-found");
      const { by, effectiveAt, details } = claimed;
      if (by.kind === "staff" && by.sub === caller.sub)
        return refused("not-now", { detail: "La confirma otra persona, no quien la registró." });
      const staff = await deps.staffRegister.list(file.head.office);
      const name = staff.find(({ sub }) => sub === caller.sub)?.name ?? caller.sub;
      const secondPerson = { sub: caller.sub, name };
      return ok({
        entries: [
          {
            type: "resolution-notified",
            // By the calendars in force: they may have changed since it was recorded.
            effectiveAt: effectOfDelivery(details.deliveredAt ?? effectiveAt, law),
            by,
            evidence: deliveryEvidence,
            details: { ...details, secondPerson },
          },
        ],
      });
    }),
  );
