import { listFilings as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

const cursorOf = (filingId: string): string => Buffer.from(filingId).toString("base64url");
const isFilingId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/** What the customer filed, the last first. The cursor is a position in the list and nothing else. */
export const listFilings = ({ filings, tenant }: FilingsDesk) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString();
    if (before !== undefined && !isFilingId(before)) return refused("malformed-cursor");
    const found = await filings.ofAccount(caller.sub, limit, before);
    const last = found.at(-1);
    return ok({
      filings: found.map((filing) => filingView(filing, tenant, now)),
      ...(last && found.length === limit && { cursor: cursorOf(last.filingId) }),
    });
  });
