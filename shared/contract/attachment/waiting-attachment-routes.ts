import * as z from "zod";
import { attachmentStates } from "../../domain/filing/claim-form.ts";
import { written } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { documentDeskRoles, uploadParams } from "../submission/submission-fields.ts";

const waitingAttachment = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  /**
   * `pending`: it never arrived; `unreadable`: nobody could read it; `refused`: the check refused it after it was
   * filed.
   */
  state: z.enum(attachmentStates),
  reason: z.string().optional(),
  announcedAt: z.string(),
  /** When the system reminded its person; `askedAt`: when a copy was last asked for. */
  remindedAt: z.string().optional(),
  askedAt: z.string().optional(),
  /** Whether it may still arrive by itself, so that there is nothing to attend to yet. */
  onItsWay: z.boolean(),
  /** Whether it still stands on the list. */
  waits: z.boolean(),
  submission: z.object({ submissionId: z.string(), number: z.string() }).optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  /** The request for attention it was filed with, until its check ends. */
  problemId: z.string().optional(),
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
      text: written(500).default(""),
    })
    .refine(({ act, text }) => act === "ask" || text !== "", { path: ["text"], error: "Escribe cómo se atendió." }),
  status: 200,
  answer: waitingAttachment,
  refusals: ["upload-not-found", "not-now", "busy"],
});
