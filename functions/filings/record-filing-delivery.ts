import { recordFilingDelivery as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { stepFiling } from "./step-filing.ts";

/** Notes that a person without an account was given what proves their filing. */
export const recordFilingDelivery = (desk: FilingsDesk) =>
  serve(route, ({ params, body: { way }, caller, write, now }) =>
    stepFiling(desk, params.filingId, { write, now }, ({ constancia }) =>
      constancia
        ? ok({ step: { entry: { type: "delivered", at: now, by: caller.sub, to: way } } })
        : refused("document-not-ready"),
    ),
  );
