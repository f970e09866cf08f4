import { voidedIn } from "../../shared/casework/frozen-resolution.ts";
import { acceptWithdrawal as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Accepts a withdrawal that was asked for; the number of a resolution that waited for its signature is voided. */
export const acceptWithdrawal = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, ({ file, now }) =>
      ok({
        entries: [{ type: "withdrawal-accepted", effectiveAt: now, by: request.caller, details: request.body }],
        also: voidedIn(desk, file, "Se aceptó el desistimiento."),
      }),
    ),
  );
