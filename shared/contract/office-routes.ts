import * as z from "zod";
import { claimTypes } from "../domain/case/claim-types.ts";
import { hearingModes } from "../domain/filing/claim-form.ts";
import { maxTermDays, maxTermMonths, termUnits } from "../domain/term/due-dates.ts";
import { calendarIds } from "../domain/term/legal-calendar.ts";
import { defineRoute } from "./route.ts";
import { day, period } from "./visit/fields.ts";

export const health = defineRoute({
  method: "GET",
  path: "/health",
  audience: "anyone",
  summary: "Returns that the API is up, which build and which commit answer, and when that commit was made.",
  status: 200,
  answer: z.object({
    status: z.literal("ok"),
    build: z.string(),
    /** `local` on a developer's machine, `unknown` if it was deployed from no repository. */
    commit: z.string(),
    committedAt: z.string().optional(),
    now: z.string(),
  }),
  refusals: [],
});

function amount(unit: string, most: number) {
  return z.coerce
    .number({ error: `Escribe cuántos ${unit}, de 1 a ${most}.` })
    .int(`Escribe un número entero de ${unit}.`)
    .min(1, `Escribe al menos 1: son ${unit}.`)
    .max(most, `Escribe como mucho ${most} ${unit}.`);
}

export const dueDates = defineRoute({
  method: "GET",
  path: "/due-dates",
  audience: "anyone",
  summary: "Counts a term from a day, and returns each day of it, whether it counts, and why.",
  query: z
    .object({
      from: day,
      /** Working days. Exactly one of `days`, `calendarDays` and `months` must be there. */
      days: amount("días hábiles", maxTermDays).optional(),
      calendarDays: amount("días", maxTermDays).optional(),
      months: amount("meses", maxTermMonths).optional(),
      calendar: z.enum(["company", "user"], { error: "Elige el calendario: company o user." }).default("company"),
    })
    .refine(
      ({ days, calendarDays, months }) =>
        [days, calendarDays, months].filter((each) => each !== undefined).length === 1,
      { path: ["days"], error: "Escribe un plazo y uno solo: días hábiles, días calendario o meses." },
    ),
  status: 200,
  answer: z.object({
    from: z.string(),
    unit: z.enum(termUnits),
    amount: z.number(),
    dueDate: z.string(),
    /** The instant from which an act is late. */
    lapsesAt: z.string(),
    calendar: z.enum(calendarIds),
    calendarVersion: z.string(),
    days: z.array(
      z.object({
        date: z.string(),
        counted: z.boolean(),
        ordinal: z.number().optional(),
        reason: z.string(),
        name: z.string().optional(),
      }),
    ),
  }),
  refusals: [],
});

const authority = z.object({ issuer: z.string(), clientId: z.string() });

export const showOffice = defineRoute({
  method: "GET",
  path: "/office",
  audience: "anyone",
  summary:
    "Returns the utility's name, contact, hours and what is open now, the version of the calendar, limits of uploads, and the sign-in authorities.",
  status: 200,
  answer: z.object({
    name: z.string(),
    legalName: z.string(),
    telephone: z.string(),
    address: z.string(),
    regulatorTelephone: z.string(),
    channels: z.array(
      z.object({
        channel: z.string(),
        hours: z.string(),
        openNow: z.boolean(),
        openUntil: z.string().optional(),
        opensAt: z.string().optional(),
      }),
    ),
    supplyCodeLength: z.number(),
    /** The largest file that can be uploaded, in MB of a million bytes. */
    uploadMaxMb: z.number(),
    /** The most files of one submission. */
    submissionMaxFiles: z.number(),
    /** The modes in which a claimant may ask for their hearing to be held. */
    hearingModes: z.array(z.enum(hearingModes)),
    calendarVersion: z.string(),
    /** Whether a value shown here is not confirmed by the utility. */
    testData: z.boolean(),
    /** The commit that answers and when it was made, in words; missing on a developer's machine. */
    version: z.string().optional(),
    signIn: z.object({ customers: authority, staff: authority }),
  }),
  refusals: [],
});

export const showDescription = defineRoute({
  method: "GET",
  path: "/openapi.json",
  audience: "anyone",
  summary: "Returns this description of the API, OpenAPI 3.1.",
  status: 200,
  answer: z.record(z.string(), z.unknown()),
  refusals: [],
});

/** A count that is published; `null` stands for one too small to publish. */
const published = z.number().nullable();

export const showResults = defineRoute({
  method: "GET",
  path: "/office/results",
  audience: "anyone",
  summary:
    "Returns what the office publishes of a month that is over: people attended, claims resolved, in term and by type, silences. Counts from 1 to 4 are `null`, and so are those they could be derived from.",
  query: z.object({ month: period.optional() }),
  status: 200,
  answer: z.object({
    month: z.string(),
    /** The last month that is over. */
    last: z.string(),
    attended: published,
    resolved: published,
    inTerm: published,
    silences: published,
    byType: z.array(z.object({ type: z.enum(claimTypes), count: published })),
  }),
  refusals: ["month-not-over"],
});
