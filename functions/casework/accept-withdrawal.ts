import { nextNumber, voidedBy } from "../../shared/casework/office-number.ts";
import { acceptWithdrawal as route } from "../../shared/contract/casework-routes.ts";
import type { FactOf } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Accepts a withdrawal that was asked for by a resolution of the next number; the numbers of what waited for its signature are voided. */
export const acceptWithdrawal = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async (at) => {
      const { number, take } = await nextNumber(desk, at, "resolution");
      const accepted: FactOf<"withdrawal-accepted"> = {
        type: "withdrawal-accepted",
        effectiveAt: at.now,
        by: request.caller,
        details: { ...request.body, number },
      };
      return ok({
        entries: [accepted],
        also: [...take, ...voidedBy(desk, at, accepted, "Se aceptó el desistimiento.")],
      });
    }),
  );
