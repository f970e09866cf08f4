import { randomBytes, randomInt } from "node:crypto";
import type { CalendarDay } from "../domain/calendar-day.ts";
import { type CodeFormat, codeOf } from "../domain/claim-code.ts";

/**
 * Returns an id made of the instant in milliseconds (48 bits) and 80 random bits. Ids sort by time, so an account's
 * items are in order.
 */
export function newTimeId(now: string): string {
  const at = Date.parse(now).toString(36).padStart(9, "0");
  const drawn = BigInt(`0x${randomBytes(10).toString("hex")}`);
  return `${at}${drawn.toString(36).padStart(16, "0")}`;
}

/** Returns a drawn secret of 128 bits, in base64url for links and QR codes. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * Returns a random code in this format, for the year of `filedOn`. The code may be in use already: then the write that
 * takes it fails.
 */
export function newCode(format: CodeFormat, filedOn: CalendarDay): string {
  return codeOf(format, Number(filedOn.slice(0, 4)), randomInt(10 ** format.digits));
}
