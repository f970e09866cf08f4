import { bookEntries } from "../../shared/casework/observation-book.ts";
import { listObservations as route } from "../../shared/contract/attention-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { observationView } from "./observation-view.ts";
import type { ReportDeps } from "./report-deps.ts";

const cursorOf = (observationId: string): string => Buffer.from(observationId).toString("base64url");
const isId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/**
 * The observation book: what waits on its page, the oldest first, or a month of it, what came as a document included, which
 * waits at the document desk. The cursor is a position and nothing else.
 */
export const listObservations = (deps: ReportDeps) =>
  serve(route, async ({ query: { month, limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString();
    if (after !== undefined && !isId(after)) return refused("malformed-cursor");
    const { observations, months, tenant } = deps;
    const office = tenant.office.code.value;
    const ofMonth = month === undefined ? undefined : await months.ids(office, month, "OBSERVATION", limit, after);
    const entries = ofMonth ? await bookEntries(deps, ofMonth, now) : await observations.waiting(office, limit, after);
    // Of a month's page some may be no observations any more: its end is where it was read to.
    const read = ofMonth ?? entries.map(({ observationId }) => observationId);
    const last = read.at(-1);
    return ok({
      observations: entries.map((one) => observationView(one, tenant, now)),
      ...(last && read.length === limit && { cursor: cursorOf(last) }),
    });
  });
