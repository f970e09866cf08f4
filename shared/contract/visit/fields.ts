import * as z from "zod";
import { parseDay } from "../../domain/term/calendar-day.ts";
import { typedHour, typedHours } from "../../domain/typed-hour.ts";

/** The years whose holidays the calendars hold; before them another law was in force. */
const firstYear = "1992";
const lastYear = "2100";

const isKnown = (day: string): boolean => day >= firstYear && day.slice(0, 4) <= lastYear;

const dayMissing = "Falta la fecha.";

/**
 * A day, `YYYY-MM-DD`. Refuses a day that does not exist, and years before 1992 or after 2100, for which there is no
 * calendar.
 */
export const day = z.string({ error: dayMissing }).transform((text, context) => {
  const parsed = parseDay(text);
  if (parsed !== undefined && isKnown(parsed)) return parsed;
  const message = parsed
    ? `El calendario va de ${firstYear} a ${lastYear}.`
    : text.trim() === ""
      ? dayMissing
      : `"${text.slice(0, 20)}" no es una fecha. Escríbela como AAAA-MM-DD.`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Returns the schema of a short text that `read` understands, with the message for any other. */
function typedAs(read: (typed: string) => string | undefined, missing: string) {
  return z
    .string({ error: missing })
    .max(60, missing)
    .transform((text, context) => {
      const known = read(text);
      if (known !== undefined) return known;
      context.addIssue({ code: "custom", message: missing });
      return z.NEVER;
    });
}

/** An hour in Lima as people type it, kept as `HH:MM`. */
export const hour = typedAs(typedHour, "Escribe la hora, como 9:30 o 2:30 p. m.");

/** The hours from one to another as people type them, kept as `HH:MM-HH:MM`. */
export const hours = typedAs(typedHours, "Escribe la franja, como 8:00-10:00 o 2 p. m. a 4 p. m.");

/** A billed month, `YYYY-MM`, of any year of four digits. */
export const period = z
  .string({ error: "Escribe el mes como AAAA-MM." })
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, "Escribe el mes como AAAA-MM.");

/** The id of a supply that the customer linked. */
export const supplyLink = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "Ese suministro no está entre los tuyos.");

/**
 * Returns the Zod schema of an instant, ISO 8601 in UTC with seconds and `Z`. The schema gives every instant three
 * decimals of a second, cut or filled with zeros, because instants are compared as text. It refuses years before 1992
 * or after 2100.
 * @param missing the message if the instant is missing or refused
 */
export function instant(missing: string) {
  return z.iso
    .datetime({ error: missing })
    .refine(isKnown, missing)
    .transform((text) => {
      const [seconds = "", fraction = ""] = text.slice(0, -1).split(".");
      return `${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
    });
}
