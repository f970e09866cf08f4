import type { CaseAt } from "../../shared/casework/case-at.ts";
import { type CaseDeps, type Decision, record } from "../../shared/casework/record.ts";
import { acknowledgeExchange as route } from "../../shared/contract/exchange-routes.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { entriesOf, type NoteOf } from "../../shared/domain/case-events.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { claimedReceipts } from "../../shared/domain/claimed-receipts.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { settlementKey, settlementsOf } from "../../shared/domain/settlements.ts";
import type { AdjustedReceipt } from "../../shared/storage/adjustments.ts";
import type { ExchangedHold } from "../../shared/storage/holds.ts";
import { serve } from "../runtime/serve.ts";

type Request = RequestOf<typeof route>;
type Change = ExchangedHold | AdjustedReceipt;

/** Cases written in at once. */
const atOnce = 10;

/**
 * Records what the commercial system answered to a day's changes, in the exchange and in each case. The first answer
 * stands; sent again it changes nothing, and finishes what was left. A case that cannot be written in keeps no other from
 * being: it is told once all the others are.
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
    // Entries of one case follow one another: at once they would only make each other decide again.
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
      throw new AggregateError(failures, `${failures.length} of ${cases.length} cases were not told`);
    return ok({
      acknowledged: known.length,
      unknown: reported.filter(({ change }) => !change).map((one) => one.reported),
    });
  });

/** Tells a change of a day from the others. */
function keyOf({ receiptNumber, code, version }: Pick<Change, "receiptNumber" | "code" | "version">): string {
  return [receiptNumber, code, version].join(" ");
}

/** A change, and all that was told of its case on that day. */
interface CaseChange {
  readonly change: Change;
  readonly ofCase: readonly Change[];
}

async function acknowledge(
  deps: CaseDeps,
  request: Request,
  { change, ofCase }: CaseChange,
  reported: string,
): Promise<void> {
  const { body, caller, now } = request;
  const { claimId, receiptNumber, version } = change;
  const of = "notes" in change ? "adjustment" : "hold";
  const reference = await (of === "hold"
    ? deps.holds.acknowledge(body.date, change, now, reported)
    : deps.holds.acknowledgeNotes(body.date, change, now, reported));
  const write = { key: `${of}-acknowledged:${receiptNumber}:${version}`, contentHash: reference };
  const answered = ofCase.flatMap((one) => ("notes" in one ? one : []));
  const noted = await record(deps, { claimId, now, write }, (at) =>
    ok({
      entries:
        "notes" in change
          ? adjustmentEntries(at, caller, change, { reference, answered })
          : [{ type: "hold-acknowledged", effectiveAt: at.now, by: caller, details: { version, reference } }],
    }),
  );
  if (!noted.ok) throw new Error(`an answer was not noted in the case ${claimId}: ${noted.error}`);
}

/** What came back, and what was told of the case on that day. */
interface Answered {
  readonly reference: string;
  readonly answered: readonly AdjustedReceipt[];
}

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
 * Whether all that a decision asks for is answered once these settlements are: every receipt was settled in figures, every
 * correction was answered, and so was all that was told on that day. What is settled by hand is executed by hand.
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
