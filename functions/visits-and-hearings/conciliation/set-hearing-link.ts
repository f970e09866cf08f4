import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { setHearingLink as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsHearing, hearingAccess } from "../../../shared/domain/conciliation/hearing.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Records `hearing-link-set`, the link of a hearing by video for its present day and hour. It replaces the office's own
 * room or an earlier link. Writes nothing if the hearing already has this link. Refuses `not-now` if the claim awaits
 * no hearing, or if the hearing is not by video. Answers the case. Also refuses `version-stale`, `write-key-used` and
 * `busy` (`editCase`).
 */
export const setHearingLink = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ file, claim, now }) => {
      const { link } = request.body;
      const hearing = hearingAccess(file.events, undefined);
      if (!hearing || !awaitsHearing(claim.state))
        return refused("not-now", { detail: "La audiencia ya pasó, o el reclamo no tiene una." });
      if (hearing.mode !== "virtual")
        return refused("not-now", {
          detail: "Esta audiencia no es por videollamada. Anota primero que quien reclama la pide así.",
        });
      if (hearing.link === link) return ok({ entries: [] });
      const details = { on: calendarDay(hearing.on), at: hearing.at, link };
      return ok({ entries: [{ type: "hearing-link-set", effectiveAt: now, by: request.caller, details }] });
    }),
  );
