import { listDeskFilings as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

type Position = Pick<FilingRecord, "presentedAt" | "filingId">;

/** Documents to be received, the oldest first. The cursor is a position in the list and nothing else. */
export const listDeskFilings = ({ tenant, filings }: FilingsDesk) =>
  serve(route, async ({ query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor);
    if (cursor !== undefined && !after) return refused("malformed-cursor");
    const found = await filings.toCheck(tenant.office.code.value, limit, after);
    const last = found.at(-1);
    return ok({ filings: found.map(filingView), ...(last && found.length === limit && { cursor: cursorOf(last) }) });
  });

function cursorOf({ presentedAt, filingId }: Position): string {
  return Buffer.from(`${presentedAt}#${filingId}`).toString("base64url");
}

function positionIn(cursor: string): Position | undefined {
  const [, presentedAt, filingId] =
    /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z)#([0-9a-z]{1,60})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  return presentedAt === undefined || filingId === undefined ? undefined : { presentedAt, filingId };
}
