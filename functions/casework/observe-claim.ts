import { observeClaim as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { isMobile } from "../../shared/domain/claim-form.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/**
 * Tells the claimant what is missing, effective at once: they have two days, so it is refused where there is no way to tell
 * them by mail or text.
 */
export const observeClaim = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, ({ filing, now }) => {
      const { email, telephone } = filing.details.form.claimant;
      if (email === undefined && !isMobile(telephone))
        return refused("not-now", {
          detail: "La persona no dejó correo ni celular: no hay cómo avisarle a tiempo. Llámala y admite el reclamo.",
        });
      return ok({
        entries: [{ type: "defect-observed", effectiveAt: now, by: request.caller, details: request.body }],
      });
    }),
  );
