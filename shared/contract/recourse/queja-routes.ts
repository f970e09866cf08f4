import * as z from "zod";
import { quejaOutcomes } from "../../domain/case/claim-events.ts";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { caseEdit } from "../case/case-edits.ts";
import { claimSummary } from "../claim/claim-views.ts";
import { words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { instant } from "../visit/fields.ts";
export const listQuejas = defineRoute({
  method: "GET",
  path: "/desk/complaints",
  audience: "staff",
  roles: ["clerk", "analyst", "manager"],
  summary: "Returns up to 50 claims with a queja that waits to be forwarded or answered, the oldest first.",
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        submissionNumber: z.string(),
        forwarded: z.boolean(),
        /** The last day to answer it, and the working days until then: negative once it is past. */
        until: z.string(),
        workingDays: z.number(),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

export const forwardQueja = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/complaints/forwarding",
  roles: ["clerk", "analyst"],
  summary:
    "Records that the first queja not forwarded yet was sent, with a copy of the file, to whoever decides it by law.",
  body: z.strictObject({ reference: words("Escribe el número con que se envió.", 60) }),
  refusals: ["claim-not-found", "not-now"],
});

export const answerQueja = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/complaints/answer",
  roles: ["clerk", "analyst"],
  summary: "Records the answer to the first queja that waits for one.",
  body: z.strictObject({
    outcome: z.enum(quejaOutcomes, { error: "Elige qué se decidió." }),
    receivedAt: instant("Escribe cuándo se recibió."),
    summary: words("Escribe qué decidió.", 2000),
    uploadIds,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});
