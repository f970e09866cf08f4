import { holdsFile } from "../../../shared/casework/billing/holds-file.ts";
import { listHolds as route } from "../../../shared/contract/billing/exchange-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { ExchangedHold, Holds } from "../../../shared/storage/billing/holds.ts";
import { serve } from "../../runtime/serve.ts";

/**
 * Answers the holds reported as set or released on a day (`date`, in Lima), as rows and as the text of the day's CSV
 * file. A row has its acknowledgement if there is one. If the day had no holds, there are no rows and the file has only
 * its header.
 */
export const listHolds = ({ holds }: { readonly holds: Holds }) =>
  serve(route, async ({ query: { date } }) => {
    const found = await holds.ofDay(date);
    return ok({ ...holdsFile(date, found), holds: found.map(holdEntry) });
  });

function holdEntry({ acknowledgedAt, reference, ...change }: ExchangedHold): AnswerOf<typeof route>["holds"][number] {
  return { ...change, ...answerTo({ acknowledgedAt, reference }) };
}

/**
 * Returns the acknowledgement of a reported change as `{ acknowledged: { at, reference } }`, to be spread into its
 * view; `{}` if the commercial system gave none, or only one of the two.
 */
export function answerTo({ acknowledgedAt: at, reference }: Pick<ExchangedHold, "acknowledgedAt" | "reference">) {
  return at !== undefined && reference !== undefined ? { acknowledged: { at, reference } } : {};
}
