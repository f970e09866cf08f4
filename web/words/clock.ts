import { clock } from "./format.ts";

/** "08:00" → «las 8:00 a. m.» */
export function clockOf(time: string): string {
  return clock(Number(time.slice(0, 2)), time.slice(3));
}
