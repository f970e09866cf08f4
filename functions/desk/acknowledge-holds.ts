import { type CaseDesk, record } from "../../shared/casework/record.ts";
import { acknowledgeHolds as route } from "../../shared/contract/exchange-routes.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import type { ExchangedHold } from "../../shared/storage/holds.ts";
import { serve } from "../runtime/serve.ts";

type Request = RequestOf<typeof route>;
type Told = Request["body"]["acknowledgements"][number];

/** Cases written in at once. */
const atOnce = 10;

/**
 * Records what the commercial system answered to a day's changes, in the exchange and in each case. The first answer
 * stands; sent again it changes nothing, and finishes what was left.
 */
export const acknowledgeHolds = (desk: CaseDesk) =>
  serve(route, async (request) => {
    const { date, acknowledgements } = request.body;
    const changes = await desk.holds.ofDay(date);
    const changeOf = (told: Told): ExchangedHold | undefined =>
      changes.find(
        ({ receiptNumber, code, version }) =>
          receiptNumber === told.receiptNumber && code === told.code && version === told.version,
      );
    const unknown = acknowledgements.filter((told) => !changeOf(told));
    const known = acknowledgements.flatMap((told) => {
      const change = changeOf(told);
      return change ? [{ change, reference: told.reference }] : [];
    });
    for (let from = 0; from < known.length; from += atOnce)
      await Promise.all(
        known.slice(from, from + atOnce).map(({ change, reference }) => acknowledge(desk, request, change, reference)),
      );
    return ok({
      acknowledged: known.length,
      unknown: unknown.map(({ receiptNumber, code, version }) => ({ receiptNumber, code, version })),
    });
  });

async function acknowledge(
  desk: CaseDesk,
  { body, caller, now }: Pick<Request, "body" | "caller" | "now">,
  change: ExchangedHold,
  told: string,
): Promise<void> {
  const { claimId, version } = change;
  const reference = await desk.holds.acknowledge(body.date, change, now, told);
  const write = { key: `hold-acknowledged:${version}`, contentHash: reference };
  const noted = await record(desk, { claimId, now, write }, () =>
    ok({
      entries: [{ type: "hold-acknowledged", effectiveAt: now, by: caller, details: { version, reference } }],
    }),
  );
  if (!noted.ok) throw new Error(`the answer to a hold was not noted in the case ${claimId}: ${noted.error}`);
}
