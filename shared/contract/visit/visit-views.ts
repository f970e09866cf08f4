import * as z from "zod";
import { idField, languageChoice, plannedVisit } from "../filing/claim-fields.ts";
import { day } from "./fields.ts";

const time = z.string({ error: "Elige un horario." }).regex(/^\d{2}:\d{2}$/, "Elige un horario.");

/** The visit a claimant saw, or the slot they choose for it. */
export const slotFields = z.strictObject({
  inspectionId: idField("Esa visita no existe."),
  on: day,
  from: time,
});

/** The next visit of a claim, as its claimant sees it. */
export const visitView = z.object({
  claimId: z.string(),
  code: z.string(),
  /** Absent if no visit is ahead. */
  visit: plannedVisit.extend({ inspector: z.string().optional() }).optional(),
  address: z.string().optional(),
  /** How the claimant wants to be attended; absent if they did not say. */
  languageChoice: languageChoice.optional(),
  /** What the type of the claim has inspected: the pipes inside the home; the meter and its box outside. */
  inside: z.boolean(),
  outside: z.boolean(),
  /** Whether one more visit follows if nobody opens. */
  repeated: z.boolean(),
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

/** The day and hour of the hearing that a claimant saw. */
export const hearingSeen = z.strictObject({ on: day, at: time });
