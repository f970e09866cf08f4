import * as z from "zod";
import { clockIds } from "../../domain/case/claim-states.ts";
import { addedReasons } from "../../domain/term/calendar-changes.ts";
import { calendarIds } from "../../domain/term/legal-calendar.ts";
import { words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { day } from "../visit/fields.ts";

const calendarRoles = ["manager", "administrator"] as const;

const touched = {
  date: day,
  source: words("Escribe la norma que lo dispone.", 300),
  scope: z
    .array(z.enum(calendarIds))
    .min(1, "Elige a quién se le cuenta.")
    .max(2)
    .refine((ids) => new Set(ids).size === ids.length, "Cada calendario va una vez."),
};

const change = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("add"),
    reason: z.enum(addedReasons, { error: "Elige qué clase de día es." }),
    name: words("Escribe cómo se llama ese día.", 100),
    ...touched,
  }),
  z.strictObject({ action: z.literal("remove"), ...touched }),
]);

const changes = z.array(change).min(1, "Agrega o quita al menos un día.").max(30, "Como mucho 30 días cada vez.");

const changeView = z.object({
  action: z.enum(["add", "remove"]),
  date: z.string(),
  source: z.string(),
  scope: z.array(z.enum(calendarIds)),
  reason: z.enum(addedReasons).optional(),
  name: z.string().optional(),
});

export const showCalendars = defineRoute({
  method: "GET",
  path: "/desk/calendars",
  audience: "staff",
  roles: calendarRoles,
  summary:
    "Returns the non-working days of a year, each with its source and when it was entered, and every version of the calendars, the last first.",
  query: z.object({
    year: z.coerce.number({ error: "Escribe un año, de 1992 a 2100." }).int().min(1992).max(2100).optional(),
  }),
  status: 200,
  answer: z.object({
    /** The number of the last version, on which a change is made. */
    version: z.number(),
    year: z.number(),
    days: z.array(
      z.object({
        date: z.string(),
        reason: z.enum(addedReasons),
        name: z.string(),
        source: z.string(),
        recordedAt: z.string(),
        scope: z.array(z.enum(calendarIds)),
      }),
    ),
    /** The last one first. */
    versions: z.array(
      z.object({
        number: z.number(),
        name: z.string(),
        inForceFrom: z.string(),
        by: z.string(),
        why: z.string(),
        changes: z.array(changeView),
        /** How many claims' dates it moved, counted as their claimants are notified. */
        moves: z.number(),
        /** When the last of them was notified; absent until then. */
        notifiedAt: z.string().optional(),
      }),
    ),
  }),
  refusals: [],
});

export const previewCalendars = defineRoute({
  method: "POST",
  path: "/desk/calendars/preview",
  audience: "staff",
  roles: calendarRoles,
  summary:
    "Returns, a page at a time, the open claims whose dates a change would move, with each term and appointment before and after. Changes nothing.",
  body: z.strictObject({
    changes,
    cursor: z.string().max(200, "Esa página no existe.").optional(),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  status: 200,
  answer: z.object({
    /** The version on which the change was worked out. */
    version: z.number(),
    /** What the person who makes these changes should know before, in Spanish. */
    notes: z.array(z.string()),
    /** How many open claims were examined for this page. */
    looked: z.number(),
    claims: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        dates: z.array(
          z.object({
            clock: z.enum(clockIds),
            calendar: z.enum(calendarIds),
            before: z.string(),
            after: z.string(),
            /** The change would shorten this term of the user, so the term keeps its date. */
            kept: z.boolean(),
          }),
        ),
        /**
         * Visits and hearings on a day that would no longer be worked; without `after` no slot is free within the term.
         */
        appointments: z.array(
          z.object({ what: z.enum(["visit", "hearing"]), before: z.string(), after: z.string().optional() }),
        ),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor", "day-not-changed"],
});

export const changeCalendars = defineRoute({
  method: "POST",
  path: "/desk/calendars",
  audience: "staff",
  roles: calendarRoles,
  summary:
    "Adds a version of the calendars, in force two minutes later; claimants whose dates it moves are notified afterwards.",
  body: z.strictObject({ changes, why: words("Escribe por qué cambia el calendario.", 300) }),
  once: true,
  versioned: true,
  status: 201,
  answer: z.object({ version: z.number(), name: z.string(), inForceFrom: z.string() }),
  refusals: ["day-not-changed"],
});
