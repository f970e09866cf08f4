import { randomBytes, randomInt } from "node:crypto";
import type { CalendarDay } from "../domain/calendar-day.ts";
import { type CodeFormat, codeOf } from "../domain/claim-code.ts";

/** An id that grows with time, so that an account's items are in order: 48 bits of milliseconds, then 80 drawn. */
export function newTimeId(now: string): string {
  const at = Date.parse(now).toString(36).padStart(9, "0");
  const drawn = BigInt(`0x${randomBytes(10).toString("hex")}`);
  return `${at}${drawn.toString(36).padStart(16, "0")}`;
}

/** A secret of 128 bits as links and QR codes carry it. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** A code of a day's year, drawn: whether it is free, the condition of its own item tells. */
export function newCode(format: CodeFormat, filedOn: CalendarDay): string {
  return codeOf(format, Number(filedOn.slice(0, 4)), randomInt(10 ** format.digits));
}
