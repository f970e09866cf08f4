import * as z from "zod";
import { parseDay } from "../domain/calendar-day.ts";

/** A day of the calendar, `YYYY-MM-DD`; refuses days that do not exist. */
export const day = z.string({ error: "Escribe la fecha como AAAA-MM-DD." }).transform((text, context) => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: `"${text.slice(0, 20)}" no es una fecha. Escríbela como AAAA-MM-DD.` });
  return z.NEVER;
});

/** A billed month, `YYYY-MM`. */
export const period = z
  .string({ error: "Escribe el mes como AAAA-MM." })
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, "Escribe el mes como AAAA-MM.");
