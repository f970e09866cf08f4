import { claimLaw } from "../../shared/casework/claim-law.ts";
import { toldAt } from "../../shared/casework/told-at.ts";
import { tellingStep } from "../../shared/casework/told-filing.ts";
import { tellFilingObservation as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { calendarDay } from "../../shared/domain/calendar-day.ts";
import { isToBeTold } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { stepFiling } from "./step-filing.ts";

/** Writes down that the clerk told somebody what their document lacks, which starts their days to mend it. */
export const tellFilingObservation = (desk: FilingsDesk) =>
  serve(route, ({ params, body, caller, write, now }) =>
    stepFiling(desk, params.filingId, { write, now }, (filing) => {
      if (!isToBeTold(filing)) return refused("not-now", { detail: "De este documento no hay nada por avisar." });
      const effectiveAt = toldAt(body, { law: claimLaw(desk.tenant, calendarDay(filing.filedOn)), now });
      if (!effectiveAt.ok) return effectiveAt;
      const observed = filing.entries.findLast(({ type }) => type === "observed");
      if (observed && effectiveAt.value < observed.at)
        return refused("not-now", { detail: "Esa entrega es de antes de observarlo. Revisa la fecha y la hora." });
      const { how } = body;
      const step = tellingStep(desk.tenant, { by: caller.sub, at: now, how, effectiveAt: effectiveAt.value });
      return ok({ step });
    }),
  );
