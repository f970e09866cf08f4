import { recordFilingDelivery as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { isToBeTold } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { stepFiling } from "./step-filing.ts";

/** Notes which of its papers a person without an account was given, and how. */
export const recordFilingDelivery = (desk: FilingsDesk) =>
  serve(route, ({ params, body: { document, way }, caller, write, now }) =>
    stepFiling(desk, params.filingId, { write, now }, (filing) => {
      if (!filing[document]) return refused("document-not-ready");
      if (document === "observation" && isToBeTold(filing))
        return refused("not-now", {
          detail: "Anota primero cómo se le avisó: sus días para corregirlo corren desde ese aviso.",
        });
      return ok({ step: { entry: { type: "delivered", at: now, by: caller.sub, to: way, document } } });
    }),
  );
