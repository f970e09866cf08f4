import * as z from "zod";
import { claimParams, idField, plannedVisit } from "./claim-fields.ts";
import { claimView } from "./claim-views.ts";
import { day } from "./fields.ts";
import { defineRoute } from "./route.ts";

const time = z.string({ error: "Elige un horario." }).regex(/^\d{2}:\d{2}$/, "Elige un horario.");

/** The visit a claimant saw, or the slot they choose for it. */
const slotFields = z.strictObject({
  inspectionId: idField("Esa visita no existe."),
  on: day,
  from: time,
});

/** The next visit of a claim, as its claimant sees it. */
const visitView = z.object({
  claimId: z.string(),
  code: z.string(),
  /** Absent if no visit is ahead. */
  visit: plannedVisit.extend({ inspector: z.string().optional() }).optional(),
  address: z.string().optional(),
  /** What the type of the claim has inspected: the pipes inside the home; the meter and its box outside. */
  inside: z.boolean(),
  outside: z.boolean(),
  /** The claimant confirmed this day and hour, or chose them. */
  confirmed: z.boolean(),
  /** The free slots they may choose, until which day, and how many times; absent if there is no visit. */
  change: z
    .object({
      slots: z.array(z.object({ on: z.string(), from: z.string(), to: z.string() })),
      until: z.string(),
      left: z.number(),
      /** Why they cannot move it by themselves. */
      fixed: z.enum(["shared", "too-late", "often"]).optional(),
    })
    .optional(),
});

export const showVisit = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/visit",
  audience: "customer",
  summary:
    "Returns the next visit of a claim: who comes, what they look at, and the free slots its claimant may choose.",
  params: claimParams,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found"],
});

export const confirmVisit = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/visit/confirmation",
  audience: "customer",
  once: true,
  summary: "Records that somebody will be there for the visit, on the day and hour that the claimant saw.",
  params: claimParams,
  body: slotFields,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found", "not-now"],
});

export const moveVisit = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/visit/slot",
  audience: "customer",
  once: true,
  summary:
    "Moves the visit to another free slot within its term, a limited number of times, up to the working day before it.",
  params: claimParams,
  body: slotFields,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found", "not-now"],
});

export const confirmHearing = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/hearing/confirmation",
  audience: "customer",
  once: true,
  summary: "Records that the claimant will take part in the hearing, on the day and hour that they saw.",
  params: claimParams,
  body: z.strictObject({ on: day, at: time }),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});
