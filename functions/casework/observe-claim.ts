import { observeClaim as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Tells the claimant what is missing, effective at once. */
export const observeClaim = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, ({ now }) =>
      ok({ entries: [{ type: "defect-observed", effectiveAt: now, by: request.caller, details: request.body }] }),
    ),
  );
