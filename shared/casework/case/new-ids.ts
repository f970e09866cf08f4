import { randomBytes, randomInt } from "node:crypto";
import { type CodeFormat, codeOf } from "../../domain/claim/claim-code.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";

/**
 * Returns an id made of the instant in milliseconds (48 bits) and 80 random bits. Ids sort by time, so an account's
 * items are in order.
 */
export function newTimeId(now: string): string {
  const at = Date.parse(now).toString(36).padStart(9, "0");
  const drawn = BigInt(`0x${randomBytes(10).toString("hex")}`);
  return `${at}${drawn.toString(36).padStart(16, "0")}`;
}

/** Letters and digits that nobody takes for another when they copy them from paper: without 0, O, 1, I and l. */
const unmistakable = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Returns a drawn secret of 128 bits, as links and QR codes carry it and people type it: 22 letters and digits. */
export function newSecret(): string {
  return Array.from({ length: 22 }, () => unmistakable[randomInt(unmistakable.length)]).join("");
}

/**
 * Returns a random code in this format, for the year of `filedOn`. The code may be in use already: then the write that
 * takes it fails.
 */
export function newCode(format: CodeFormat, filedOn: CalendarDay): string {
  return codeOf(format, Number(filedOn.slice(0, 4)), randomInt(10 ** format.digits));
}
