import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { type CaseDeps, type Decision, record } from "../../../shared/casework/case/record.ts";
import { acknowledgeExchange as route } from "../../../shared/contract/billing/exchange-routes.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { settlementKey, settlementsOf } from "../../../shared/domain/billing/settlements.ts";
import { entriesOf, type NoteOf } from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import type { AdjustedReceipt } from "../../../shared/storage/billing/adjustments.ts";
import type { ExchangedHold } from "../../../shared/storage/billing/holds.ts";
import { serve } from "../../runtime/serve.ts";

type Request = RequestOf<typeof route>;
type Change = ExchangedHold | AdjustedReceipt;

/** How many cases are written in at the same time. */
const atOnce = 10;

/**
 * Records which of a day's holds or adjustments (`of`) the commercial system acknowledged, in the exchange and in each
 * case as `hold-acknowledged` or `adjustment-acknowledged`. The first reference of a change stays. If a `billing`
 * caller acknowledges the last adjustment of a decision, also records `executed`. Answers how many acknowledgements
 * name a change of the day, and lists the rest. Throws `AggregateError` if some cases failed; the others are written.
 */
export const acknowledgeExchange = (deps: CaseDeps) =>
  serve(route, async (request) => {
    const { date, of, acknowledgements } = request.body;
    const changes: readonly Change[] = await (of === "holds" ? deps.holds.ofDay(date) : deps.holds.notesOfDay(date));
    const byKey = new Map(changes.map((change) => [keyOf(change), change]));
    const ofCase = Map.groupBy(changes, ({ claimId }) => claimId);
    const reported = acknowledgements.map(({ reference, ...one }) => ({
      reported: one,
      reference,
      change: byKey.get(keyOf(one)),
    }));
    const known = reported.flatMap(({ change, reference }) => (change ? [{ change, reference }] : []));
    // The entries of one case are written one after another: at the same time they would make each other decide again.
    const cases = [...Map.groupBy(known, ({ change }) => change.claimId).values()];
    const failures: unknown[] = [];
    for (let from = 0; from < cases.length; from += atOnce) {
      const done = await Promise.allSettled(
        cases.slice(from, from + atOnce).map(async (own) => {
          for (const { change, reference } of own)
            await acknowledge(deps, request, { change, ofCase: ofCase.get(change.claimId) ?? [] }, reference);
        }),
      );
      failures.push(...done.flatMap((one) => (one.status === "rejected" ? [one.reason] : [])));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${cases.length} cases were not written in`);
    return ok({
      acknowledged: known.length,
      unknown: reported.filter(({ change }) => !change).map((one) => one.reported),
    });
  });

/** Returns the key that distinguishes a change from the others of its day. */
function keyOf({ receiptNumber, code, version }: Pick<Change, "receiptNumber" | "code" | "version">): string {
  return [receiptNumber, code, version].join(" ");
}

/** A change, and all the changes of its case that were reported on that day. */
interface CaseChange {
  readonly change: Change;
  readonly ofCase: readonly Change[];
}

/** Records one acknowledgement, first in the exchange and then in the case, each once. */
async function acknowledge(
  deps: CaseDeps,
  request: Request,
  { change, ofCase }: CaseChange,
  reported: string,
): Promise<void> {
  const { body, caller, now } = request;
  const { claimId, receiptNumber, version } = change;
  const action = "notes" in change ? undefined : change.action;
  const of = "notes" in change ? "adjustment" : "hold";
  const reference = await (of === "hold"
    ? deps.holds.acknowledge(body.date, change, now, reported)
    : deps.holds.acknowledgeNotes(body.date, change, now, reported));
  const write = { key: `${of}-acknowledged:${receiptNumber}:${version}`, contentHash: reference };
  const answered = ofCase.flatMap((one) => ("notes" in one ? one : []));
  const noted = await record(deps, { claimId, reached: 1, now, write }, (at) =>
    ok({
      entries:
        "notes" in change
          ? adjustmentEntries(at, caller, change, { reference, answered })
          : [
              {
                type: "hold-acknowledged",
                effectiveAt: at.now,
                by: caller,
                details: { version, reference, receiptNumber, action },
              },
            ],
    }),
  );
  if (!noted.ok) throw new Error(`an acknowledgement was not recorded in case ${claimId}: ${noted.error}`);
}

/** The acknowledgement's reference, and the adjustments of the case that were reported on that day. */
interface Answered {
  readonly reference: string;
  readonly answered: readonly AdjustedReceipt[];
}

/** Returns `adjustment-acknowledged`, and `executed` too if the caller has the role `billing` and `isExecuted`. */
function adjustmentEntries(
  at: CaseAt,
  caller: Staff,
  { receiptNumber, version, settled }: AdjustedReceipt,
  { reference, answered }: Answered,
): Decision["entries"] {
  const entry: NoteOf<"adjustment-acknowledged"> = {
    type: "adjustment-acknowledged",
    effectiveAt: at.now,
    by: caller,
    details: { receiptNumber, version, settled, reference },
  };
  if (!caller.roles.includes("billing") || !isExecuted(at, settled, answered)) return [entry];
  const summary = "El sistema comercial confirmó todo lo que se le pidió para cumplir lo decidido.";
  return [entry, { type: "executed", effectiveAt: at.now, by: caller, details: { summary, reference } }];
}

/**
 * Whether the decision is executed once the settlements `settled` are acknowledged: the claim's state allows it, every
 * claimed receipt has a settlement, and every correction and every adjustment reported on that day is acknowledged.
 * False if `settled` is empty: a decision without figures is recorded as executed by a person.
 */
function isExecuted(
  { file: { events }, claim, law }: CaseAt,
  settled: readonly string[],
  answered: readonly AdjustedReceipt[],
): boolean {
  if (settled.length === 0 || !allowedEvents(claim.state).includes("executed")) return false;
  const settlements = settlementsOf({ events, claim, law });
  const known = entriesOf(events, "adjustment-acknowledged").flatMap(({ details }) => details.settled);
  const done = new Set([...known, ...settled]);
  return (
    claimedReceipts(events).every(({ number }) => settlements.some(({ receiptNumber }) => receiptNumber === number)) &&
    settlements.every((one) => one.corrected === undefined || done.has(settlementKey(one))) &&
    answered.every((one) => one.settled.every((key) => done.has(key)))
  );
}
