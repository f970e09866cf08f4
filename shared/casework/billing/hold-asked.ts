import type { HoldAsked } from "../../domain/billing/hold-release.ts";
import { heldReceipts } from "../../domain/billing/settlements.ts";
import { entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import { holdLooks } from "../../domain/filing/guest-claims.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { afterWorkingMinutes } from "../../domain/term/working-hours.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { CaseAt } from "../case/case-at.ts";

/**
 * Returns since when the commercial system is asked to hold the claim's receipts from collection and cutting, and until
 * when it should confirm it (`office.exchange`), while one of them is not confirmed: then nobody may say that they are.
 * Undefined if no receipt is held or all are confirmed. An acknowledgement that an earlier release recorded names no
 * receipt: it counts for any.
 */
export function holdAsked(
  { file: { events }, claim, law }: CaseAt,
  tenant: Pick<Tenant, "office" | "calendars">,
): HoldAsked | undefined {
  const acknowledged = entriesOf(events, "hold-acknowledged").map(({ details }) => details);
  const confirmed = acknowledged.flatMap(({ action, receiptNumber }) => (action === "set" ? receiptNumber : []));
  const unnamed = acknowledged.filter(({ action }) => action === undefined).length;
  const held = heldReceipts({ events, claim, law }).map(({ number }) => number);
  const open = new Set(held.filter((number) => !confirmed.includes(number)));
  if (open.size <= unnamed) return undefined;
  const asking = events.find((event) => claimedReceipts([event]).some(({ number }) => open.has(number)));
  const looked =
    lastEntry(events, "claim-filed")?.details.guest?.holdBy && events.find(({ type }) => holdLooks.has(type));
  const at = [asking, looked]
    .flatMap((event) => (event ? event.recordedAt : []))
    .toSorted()
    .at(-1);
  return at === undefined ? undefined : askedAt(at, tenant);
}

/** Returns a hold that is asked for at an instant: when the commercial system should confirm it. */
export function askedAt(at: string, { office, calendars }: Pick<Tenant, "office" | "calendars">): HoldAsked {
  const { answerHours, ...hours } = office.exchange.value;
  return { at, until: afterWorkingMinutes(at, 60 * answerHours, hours, calendars.COMPANY.value) };
}
