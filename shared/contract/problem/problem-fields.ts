import * as z from "zod";
import { problemTypes } from "../../domain/case/claim-types.ts";
import { attachmentStates } from "../../domain/filing/claim-form.ts";
import { problemActions, problemStates } from "../../domain/problem/problem.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { claimant, idField, words } from "../filing/claim-fields.ts";

/** Formato 1 (digest, section 4): the problem that is asked to be solved, and its applicant. */
export const problemForm = z.strictObject({
  problemType: z.enum(problemTypes, { error: "Elige qué problema tienes." }),
  applicant: claimant,
  description: words("Cuéntanos con tus palabras qué pasa.", 1500),
});

export const problemParams = z.strictObject({ problemId: idField("Esa solicitud no existe.") });

/**
 * A request for attention as its applicant sees it: what they filed, its state, and what was done about it (`entries`).
 */
export const problemView = z.object({
  problemId: z.string(),
  /** `SO-2026-004192-7`. */
  code: z.string(),
  supplyCode: z.string(),
  problemType: z.enum(problemTypes),
  channel: z.enum(officeChannels),
  filedAt: z.string(),
  filedOn: z.string(),
  description: z.string(),
  state: z.enum(problemStates),
  /** The instant at which the time to solve it is over; absent if the law gives none. */
  until: z.string().optional(),
  actions: z.array(z.enum(problemActions)),
  entries: z.array(
    z.object({
      type: z.enum(["received", "attended", "disputed", "claimed"]),
      at: z.string(),
      by: z.enum(["applicant", "company"]),
      solved: z.boolean().optional(),
      text: z.string().optional(),
    }),
  ),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  /** Whether the PDF of its form (Formato 1) is ready to download. */
  form: z.enum(["ready", "preparing"]),
});

const problemAttachment = z.object({
  documentId: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(attachmentStates),
  /** Why its check refused it or could not read it, in Spanish. */
  reason: z.string().optional(),
  /** Whether it has not arrived and was announced more than an hour ago. */
  late: z.boolean(),
});

/** A request for attention on its own page: with its photos and documents. */
export const wholeProblemView = problemView.extend({ attachments: z.array(problemAttachment) });

/** A request for attention as staff see it: with its applicant. */
export const deskProblemView = problemView.extend({
  applicant: z.object({
    name: z.string(),
    document: z.string(),
    address: z.string(),
    telephone: z.string().optional(),
    email: z.string().optional(),
  }),
});

/** A request for attention on its own page of the desk. */
export const wholeDeskProblemView = deskProblemView.extend(wholeProblemView.pick({ attachments: true }).shape);
