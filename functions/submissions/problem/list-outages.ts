import { listOutages as route } from "../../../shared/contract/problem/outage-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { addDays, limaDay, limaInstant } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/** Days an outage is listed: longer than a term that it interrupted can still be kept. */
const shownDays = 30;
const most = 50;

/**
 * Answers the outages of the document desk that began today or in the 30 days before, newest first, at most 50. A
 * customer may cite an outage that interrupted their term. `certificate` is `preparing` until the outage's certificate
 * is made.
 */
export const listOutages = ({ outages }: SubmissionsDeps) =>
  serve(route, async ({ now }) => {
    const since = limaInstant(addDays(limaDay(now), -shownDays), "00:00");
    const found = await outages.since(since, most);
    return ok({
      outages: found.map(({ outageId, number, from, to, certificate }) => ({
        outageId,
        number,
        from,
        to,
        certificate: certificate ? ("ready" as const) : ("preparing" as const),
      })),
    });
  });
