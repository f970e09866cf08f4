import { bookEntries } from "../../../shared/casework/register/observation-book.ts";
import { listObservations as route } from "../../../shared/contract/counter/attention-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, idForm, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { observationView } from "./observation-view.ts";

/**
 * Answers a page of the observation book. Without `month`, it has the entries that wait for an answer, oldest first.
 * With `month`, it has all entries of that month, also those presented as a submission, which are answered at the
 * document desk. Only a full page has a cursor. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listObservations = (deps: ReportDeps) =>
  serve(route, async ({ query: { month, limit, cursor }, now }) => {
    const after = positionIn(cursor, idForm);
    if (!after.ok) return after;
    const { observations, months, tenant } = deps;
    const office = tenant.office.code.value;
    const ofMonth =
      month === undefined ? undefined : await months.ids(office, month, "OBSERVATION", limit, after.value);
    const entries = ofMonth
      ? await bookEntries(deps, ofMonth, now)
      : await observations.waiting(office, limit, after.value);
    // Some ids of a month's page may be observations no longer, so the page ends where the ids end.
    const read = ofMonth ?? entries.map(({ observationId }) => observationId);
    return ok({
      observations: entries.map((one) => observationView(one, tenant, now)),
      ...cursorAfter(read, limit, (id) => id),
    });
  });
