import { claimedDelivery } from "../../shared/casework/claimed-delivery.ts";
import { confirmDelivery as route } from "../../shared/contract/notice-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { deliveryEvidence } from "../../shared/domain/claim-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records that the decision is notified, as of its delivery, once another of the staff confirms a delivery that was
 * recorded late (digest 5.6). The caller is named by their account id if the staff register lacks them. Refuses
 * `notice-not-found` if no delivery of that notice waits to be confirmed, and `not-now` to the person who recorded it.
 */
export const confirmDelivery = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async ({ file }) => {
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
            effectiveAt,
            by,
            evidence: deliveryEvidence,
            details: { ...details, secondPerson },
          },
        ],
      });
    }),
  );
