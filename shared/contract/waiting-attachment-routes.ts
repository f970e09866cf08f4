import * as z from "zod";
import { attachmentStates } from "../domain/claim-form.ts";
import { page } from "./claim-fields.ts";
import { defineRoute } from "./route.ts";
import { documentDeskRoles, uploadParams } from "./submission-fields.ts";

const waitingAttachment = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  /** `pending`: filed and never came; `unreadable`; or `refused` after it was filed. */
  state: z.enum(attachmentStates),
  reason: z.string().optional(),
  announcedAt: z.string(),
  /** When its person was reminded of it by the system, and when a copy was asked for last. */
  remindedAt: z.string().optional(),
  askedAt: z.string().optional(),
  /** Whether it is still on its way: there is nothing to attend to yet. */
  onItsWay: z.boolean(),
  waits: z.boolean(),
  submission: z.object({ submissionId: z.string(), number: z.string() }).optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
});

export const listWaitingAttachments = defineRoute({
  method: "GET",
  path: "/desk/attachments",
  audience: "staff",
  roles: documentDeskRoles,
  summary: "Returns the filed attachments that never arrived or that nobody could read, the oldest first.",
  query: page,
  status: 200,
  answer: z.object({ attachments: z.array(waitingAttachment), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const attendAttachment = defineRoute({
  method: "POST",
  path: "/desk/attachments/{uploadId}/attention",
  audience: "staff",
  roles: documentDeskRoles,
  once: true,
  summary:
    "Asks the person who filed an attachment that never arrived or could not be read for a copy; or records how it was attended to, which takes it off the list.",
  params: uploadParams,
  body: z
    .strictObject({
      act: z.enum(["ask", "close"], { error: "Elige qué hiciste con el archivo." }),
      text: z.string().trim().max(500, "Escribe como máximo 500 caracteres.").default(""),
    })
    .refine(({ act, text }) => act === "ask" || text !== "", { path: ["text"], error: "Escribe cómo se atendió." }),
  status: 200,
  answer: waitingAttachment,
  refusals: ["upload-not-found", "not-now", "busy"],
});
