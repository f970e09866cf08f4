import { listOutages as route } from "../../shared/contract/outage-routes.ts";
import { addDays, limaDay, limaInstant } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Longer than the days in which a term that an outage met can still be kept. */
const shownDays = 30;
const most = 50;

/** When the document desk did not work lately: whose term it met may cite it. */
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
