import { voidedIn } from "../../shared/casework/voided-number.ts";
import { acceptWithdrawal as route } from "../../shared/contract/casework-routes.ts";
import { limaDay, partsOf } from "../../shared/domain/calendar-day.ts";
import { writtenNumber } from "../../shared/domain/resolution-number.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Accepts a withdrawal that was asked for by a resolution of the next number; the number of a resolution that waited for its signature is voided. */
export const acceptWithdrawal = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async ({ file, now }) => {
      const series = { office: file.head.office, year: partsOf(limaDay(now)).year };
      const place = await desk.resolutionNumbers.next(series);
      const number = writtenNumber(desk.tenant.office.resolutionNumber.value, series, place);
      const details = { ...request.body, number };
      return ok({
        entries: [{ type: "withdrawal-accepted", effectiveAt: now, by: request.caller, details }],
        also: [
          ...desk.resolutionNumbers.take(series, place, file.head.claimId),
          ...voidedIn(desk, file, "Se aceptó el desistimiento."),
        ],
      });
    }),
  );
