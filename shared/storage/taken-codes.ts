import { newItem, type Table, type Write } from "./dynamodb.ts";

/** Every code that was given, in another table than what it names: if that one loses an item, its code stays taken. */
export interface TakenCodes {
  /** Returns the write that takes a code for what has this id. It is refused if the code was ever taken. */
  take(code: string, id: string): Write;
}

/**
 * Returns the partition key of the codes of a series, a prefix and a year such as `RE-2026`. One partition takes 500
 * filings a second: far more than an office has.
 */
export const seriesKeyOf = (series: string): string => `CODES#${series}`;

/** Returns the item that takes a code for what has this id. */
export const takenCodeItem = (code: string, id: string) => ({
  pk: seriesKeyOf(code.replace(/-\d+-\d$/, "")),
  sk: code,
  id,
});

/** Opens the codes that were given, in the table `billing`. */
export function openTakenCodes(billing: Table): TakenCodes {
  return { take: (code, id) => newItem(billing, takenCodeItem(code, id)) };
}
