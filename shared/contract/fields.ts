import * as z from "zod";
import { parseDay } from "../domain/calendar-day.ts";

/** The years whose holidays the calendars know: before them the law was another. */
const firstYear = "1992";
const lastYear = "2100";

/** A day of the calendar, `YYYY-MM-DD`; refuses days that do not exist, and years no calendar knows. */
export const day = z.string({ error: "Escribe la fecha como AAAA-MM-DD." }).transform((text, context) => {
  const parsed = parseDay(text);
  const known = parsed !== undefined && parsed >= firstYear && parsed.slice(0, 4) <= lastYear;
  if (known) return parsed;
  const message = parsed
    ? `El calendario va de ${firstYear} a ${lastYear}.`
    : `"${text.slice(0, 20)}" no es una fecha. Escríbela como AAAA-MM-DD.`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** A billed month, `YYYY-MM`. */
export const period = z
  .string({ error: "Escribe el mes como AAAA-MM." })
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, "Escribe el mes como AAAA-MM.");
