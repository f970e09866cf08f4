import { addDays, type CalendarDay } from "../term/calendar-day.ts";

/**
 * How an account showed that it knows a supply: one of its receipts (by its printed key; once by number and total), or
 * its holder's document.
 */
export const linkProofs = ["receipt", "holder-document"] as const;
export type LinkProof = (typeof linkProofs)[number];

/** Why a link ended: who gave the holder's document ended it, or the newest receipt names another holder. */
export const linkEnds = ["by-holder", "holder-changed"] as const;
export type LinkEnd = (typeof linkEnds)[number];

/**
 * Months for which an ended link cannot be made again by a receipt: as long as a receipt of the time before it was
 * ended opens the supply.
 */
const endedMonths = 13;

/**
 * Returns the day until which a link that was ended on `day` is kept as ended: 403 days later, 13 months of 31 days. A
 * link kept as ended cannot be made again by a receipt.
 */
export function endedUntil(day: CalendarDay): CalendarDay {
  return addDays(day, endedMonths * 31);
}
