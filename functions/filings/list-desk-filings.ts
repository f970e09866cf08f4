import { listDeskFilings as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";
import { cursorOf, placeIn } from "./list-place.ts";

/** A list of the document desk. The cursor is a position in it and nothing else. */
export const listDeskFilings = ({ tenant, filings }: FilingsDesk) =>
  serve(route, async ({ query: { list, limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : placeIn(cursor);
    if (cursor !== undefined && after === undefined) return refused("malformed-cursor");
    const found = await filings.listed(tenant.office.code.value, list, limit, after);
    const last = found.at(-1);
    return ok({
      filings: found.map(({ filing }) => filingView(filing, tenant, now)),
      ...(last && found.length === limit && { cursor: cursorOf(last.place) }),
    });
  });
