import { bookEntries } from "../../shared/casework/observation-book.ts";
import { listObservations as route } from "../../shared/contract/attention-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import { observationView } from "./observation-view.ts";
import type { ReportDeps } from "./report-deps.ts";

const isId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/**
 * Answers a page of the observation book. Without `month`, it has the entries that wait for an answer, oldest first.
 * With `month`, it has all entries of that month, also those presented as a submission, which are answered at the
 * document desk. Only a full page has a cursor. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listObservations = (deps: ReportDeps) =>
  serve(route, async ({ query: { month, limit, cursor }, now }) => {
    const after = cursor && readCursor(cursor);
    if (after !== undefined && !isId(after)) return refused("malformed-cursor");
    const { observations, months, tenant } = deps;
    const office = tenant.office.code.value;
    const ofMonth = month === undefined ? undefined : await months.ids(office, month, "OBSERVATION", limit, after);
    const entries = ofMonth ? await bookEntries(deps, ofMonth, now) : await observations.waiting(office, limit, after);
    // Some ids of a month's page may be observations no longer, so the page ends where the ids end.
    const read = ofMonth ?? entries.map(({ observationId }) => observationId);
    const last = read.at(-1);
    return ok({
      observations: entries.map((one) => observationView(one, tenant, now)),
      ...(last && read.length === limit && { cursor: cursorOf(last) }),
    });
  });
