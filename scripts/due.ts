import type { ParseArgsConfig, parseArgs } from "node:util";
import { tenant } from "../settings.ts";
import { dueDates } from "../shared/contract/office-routes.ts";
import type { Result } from "../shared/domain/case/result.ts";
import { countAsked } from "../shared/domain/term/asked-term.ts";
import { lapsesAt } from "../shared/domain/term/calendar-day.ts";
import type { DueDate } from "../shared/domain/term/due-dates.ts";
import { counted, dateWithWeekday } from "../web/words/format.ts";
import { reasonOfDay } from "../web/words/terms.ts";
import { refused, typedArguments } from "./typed-arguments.ts";

const usage = `npm run due -- AAAA-MM-DD DÍAS [--calendar user]
npm run due -- AAAA-MM-DD --calendar-days DÍAS
npm run due -- AAAA-MM-DD --months MESES
Cuenta un plazo día por día, y dice por qué cada uno cuenta o no.`;

const text = { type: "string" } as const;
export const dueArguments = {
  allowPositionals: true,
  options: { calendar: text, "calendar-days": text, months: text },
} as const satisfies ParseArgsConfig;
type Typed = ReturnType<typeof parseArgs<typeof dueArguments>>;

const units = {
  "working-days": ["día hábil", "días hábiles"],
  "calendar-days": ["día calendario", "días calendario"],
  months: ["mes", "meses"],
} as const satisfies Record<DueDate["unit"], readonly [string, string]>;

const whose = { COMPANY: "de la empresa", USER: "del cliente" } as const;

/** Returns how a term was counted, a line each: every day and why it counts or not, then when the term ends. */
function linesOf(due: DueDate): readonly string[] {
  const { from, unit, amount, calendar, calendarVersion, dueDate, days } = due;
  const [one, many] = units[unit];
  return [
    `${counted(amount, one, many)} desde el ${dateWithWeekday(from)}, calendario ${whose[calendar]} (${calendarVersion})`,
    ...days.map((day) => `${day.date}  ${dateWithWeekday(day.date).split(" ")[0]?.padEnd(9)}  ${reasonOfDay(day)}`),
    `Vence el ${dateWithWeekday(dueDate)}, a las 24:00 (${lapsesAt(dueDate)})`,
  ];
}

/**
 * Returns the lines that `npm run due` prints: how a term is counted and when it ends, by the tenant's calendar for the
 * utility or, if asked, for users. Returns an error if what was typed is too much, missing or invalid.
 */
export function dueLines({
  values,
  positionals,
}: Typed): Result<readonly string[], { readonly ok: false; readonly error: string }> {
  const [from, days, unknown] = positionals;
  if (unknown !== undefined) return { ok: false, error: `No se entiende «${unknown}».` };
  const { "calendar-days": calendarDays, months, calendar } = values;
  const asked = dueDates.query.safeParse({ from, days, calendarDays, months, calendar });
  if (!asked.success) return { ok: false, error: asked.error.issues.map(({ message }) => message).join("\n") };
  const { value } = tenant.calendars[asked.data.calendar === "user" ? "USER" : "COMPANY"];
  return { ok: true, value: linesOf(countAsked(asked.data, value)) };
}

if (import.meta.main) {
  const answer = dueLines(typedArguments(usage, dueArguments));
  if (!answer.ok) refused(answer.error, usage);
  process.stdout.write(`${answer.value.join("\n")}\n`);
}
