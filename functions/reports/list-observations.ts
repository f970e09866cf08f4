import { listObservations as route } from "../../shared/contract/attention-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { observationView } from "./observation-view.ts";
import type { ReportDesk } from "./report-desk.ts";

const cursorOf = (observationId: string): string => Buffer.from(observationId).toString("base64url");
const isId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/** The observation book: what waits, the oldest first, or a month of it. The cursor is a position and nothing else. */
export const listObservations = ({ observations, months, tenant }: ReportDesk) =>
  serve(route, async ({ query: { month, limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString();
    if (after !== undefined && !isId(after)) return refused("malformed-cursor");
    const office = tenant.office.code.value;
    const found =
      month === undefined
        ? await observations.waiting(office, limit, after)
        : await observations.found(await months.ids(office, month, "OBSERVATION", limit, after));
    const last = found.at(-1);
    return ok({
      observations: found.map((one) => observationView(one, tenant, now)),
      ...(last && found.length === limit && { cursor: cursorOf(last.observationId) }),
    });
  });
