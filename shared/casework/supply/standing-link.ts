import { monthsBetween } from "../../domain/receipt/consumption.ts";
import { holderOf, isSameHolder, type LinkHolder, linkHolderOf } from "../../domain/supply/supply-holder.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { PaidReceipt, ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { AccountOfSupply, SupplyLink, SupplyLinks } from "../../storage/supply/supply-links.ts";

type Receipts = Pick<ReceiptReader, "lastMonths" | "registeredOf">;

export interface LinkDeps {
  readonly supplyLinks: Pick<SupplyLinks, "end">;
  readonly receiptReader: Receipts;
}

/** What may have been billed and not yet issued when a link was made, in months. */
const monthsOnTheWay = 3;

/**
 * Returns whether a link stands: whether the supply's newest receipt still names the holder of when it was linked. If
 * not, ends the link, and its account is notified.
 * @param receipts newest first; the newest alone is enough
 */
export async function linkStands(
  { supplyLinks, receiptReader }: LinkDeps,
  link: AccountOfSupply,
  receipts: readonly PaidReceipt[],
  now: string,
): Promise<boolean> {
  if (!(await hasAnotherHolder(receiptReader, link, receipts, now))) return true;
  await supplyLinks.end(link, now, "holder-changed");
  return false;
}

/**
 * Returns whether the newest receipt of a linked supply names somebody who was neither its holder when it was linked
 * nor named by its receipts then; false if the supply has no receipt, or that receipt is older than the record of the
 * holder. Of a link that remembers no holder, reads what was known at its time, unless `receipts` reach back to it.
 * @param receipts newest first; the newest alone is enough
 */
export async function hasAnotherHolder(
  receiptReader: Receipts,
  link: SupplyLink,
  receipts: readonly PaidReceipt[],
  now: string,
): Promise<boolean> {
  const [newest] = receipts;
  if (!newest) return false;
  const holder = link.holder ?? (await holderWhenLinked(receiptReader, link, receipts, now));
  const named = holderOf(newest.receipt);
  const isOf = (one: LinkHolder["billedTo"]) => one !== undefined && isSameHolder(one, named);
  return named.asOf >= holder.asOf && !isOf(holder) && !isOf(holder.billedTo);
}

/**
 * Returns the holder by the newest receipt issued until a link was made, or by the oldest one if all came later; of a
 * link by the holder's document, by the row of the register that was in force then, if that is newer.
 */
async function holderWhenLinked(
  receiptReader: Receipts,
  link: SupplyLink,
  receipts: readonly PaidReceipt[],
  now: string,
): Promise<LinkHolder> {
  const day = limaDay(link.linkedAt);
  const registered =
    link.proof === "holder-document" ? await receiptReader.registeredOf(link.supplyCode, day) : undefined;
  const known =
    receipts.find(({ receipt }) => receipt.issueDate <= day) ??
    (await newestUntil(receiptReader, link.supplyCode, day, now));
  return linkHolderOf(known.receipt, registered);
}

async function newestUntil(
  receiptReader: Receipts,
  supplyCode: string,
  day: CalendarDay,
  now: string,
): Promise<PaidReceipt> {
  const since = monthsBetween(day.slice(0, 7), limaDay(now).slice(0, 7)) + monthsOnTheWay;
  const older = await receiptReader.lastMonths(supplyCode, since);
  const found = older.find(({ receipt }) => receipt.issueDate <= day) ?? older.at(-1);
  if (!found) throw new Error("a supply lost the receipts that were read of it");
  return found;
}
