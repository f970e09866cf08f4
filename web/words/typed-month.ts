import { monthName } from "./format.ts";

const monthNames = Array.from({ length: 12 }, (_, at) => monthName(`0000-${String(at + 1).padStart(2, "0")}`));

/**
 * Returns the month that a person typed, as `YYYY-MM`: «10/2026», «2026-10», «octubre 2026» and «oct. de 2026» are
 * "2026-10". Undefined for anything else, and for a year outside 2000 to 2099.
 */
export function periodOf(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().replace("septiembre", "setiembre");
  const [, year = /(20\d\d)$/.exec(text)?.[1]] = /^(20\d\d)\D/.exec(text) ?? [];
  const month = text.replace(year ?? "", "").replace(/\bde\b/g, "");
  const [digits] = /^\D?(\d{1,2})\D?$/.exec(month.replace(/\s/g, ""))?.slice(1) ?? [];
  const name = month.replace(/[^a-zñ]/g, "");
  const at = digits ? Number(digits) : name.length < 3 ? 0 : monthNames.findIndex((each) => each.startsWith(name)) + 1;
  return year && at >= 1 && at <= 12 ? `${year}-${String(at).padStart(2, "0")}` : undefined;
}
