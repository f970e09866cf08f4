import { randomBytes, randomInt } from "node:crypto";
import type { CalendarDay } from "../domain/calendar-day.ts";
import { type CodeFormat, codeOf } from "../domain/claim-code.ts";

/** Returns an id of the instant's 48 bits of milliseconds and 80 drawn bits: ids sort by time, so an account's items are in order. */
export function newTimeId(now: string): string {
  const at = Date.parse(now).toString(36).padStart(9, "0");
  const drawn = BigInt(`0x${randomBytes(10).toString("hex")}`);
  return `${at}${drawn.toString(36).padStart(16, "0")}`;
}

/** Returns a drawn secret of 128 bits, in base64url for links and QR codes. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** Returns a drawn code of a day's year. It may be in use: the write that takes it fails then. */
export function newCode(format: CodeFormat, filedOn: CalendarDay): string {
  return codeOf(format, Number(filedOn.slice(0, 4)), randomInt(10 ** format.digits));
}
