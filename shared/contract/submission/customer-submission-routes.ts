import * as z from "zod";
import { documentSubmissionKinds, submissionProofs } from "../../domain/submission/submission.ts";
import { download, idField } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import {
  contentMissing,
  hasContent,
  hasIdentity,
  identityMissing,
  remedy,
  said,
  standing,
  submissionParams,
  submissionView,
} from "./submission-fields.ts";

export const fileDocument = defineRoute({
  method: "POST",
  path: "/submissions",
  audience: "customer",
  once: true,
  summary:
    "Files a document at the document desk, with or without a claim, at any hour; it counts from when it was sent, even while its attachments are checked.",
  body: z
    .strictObject({
      kind: z.enum(documentSubmissionKinds, { error: "Elige qué presentas." }).default("document"),
      ...said,
      standing: standing.default({ as: "user" }),
      claimId: idField("Ese reclamo no existe.").optional(),
      againstDecision: z
        .boolean({ error: "Responde si no estás de acuerdo con una decisión de la empresa." })
        .default(false),
      /** The outage because of which it could not be filed before. */
      outageId: idField("Esa caída no existe.").optional(),
    })
    .refine(hasContent, contentMissing)
    .refine(hasIdentity, identityMissing),
  status: 201,
  answer: submissionView,
  refusals: ["too-many-submissions", "claim-not-found", "upload-not-found", "upload-not-taken", "outage-not-found"],
});

export const listSubmissions = defineRoute({
  method: "GET",
  path: "/submissions",
  audience: "customer",
  summary: "Returns what the customer filed at the document desk, the last first.",
  query: page,
  status: 200,
  answer: z.object({ submissions: z.array(submissionView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showSubmission = defineRoute({
  method: "GET",
  path: "/submissions/{submissionId}",
  audience: "customer",
  summary: "Returns a submission of the customer: when it was presented, how it stands, and what happened to it since.",
  params: submissionParams,
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found"],
});

export const downloadSubmissionProof = defineRoute({
  method: "GET",
  path: "/submissions/{submissionId}/documents/{document}",
  audience: "customer",
  summary:
    "Returns an address, good for a minute, to download a document the office made of a submission: constancia, cargo, observation or answer.",
  params: submissionParams.extend({ document: z.enum(submissionProofs, { error: "Ese documento no existe." }) }),
  status: 200,
  answer: download,
  refusals: ["submission-not-found", "document-not-ready"],
});

export const downloadAnswer = defineRoute({
  method: "GET",
  path: "/submissions/{submissionId}/answers/{documentId}",
  audience: "customer",
  summary: "Returns an address, good for a minute, to download a file that answers a submission.",
  params: submissionParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: download,
  refusals: ["submission-not-found", "document-not-found"],
});

export const remedySubmission = defineRoute({
  method: "POST",
  path: "/submissions/{submissionId}/remedy",
  audience: "customer",
  once: true,
  summary:
    "Mends an observed submission in its days, with files or words: it keeps the day it was presented. Or adds the copy of a file that the office asked for.",
  params: submissionParams,
  body: remedy,
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "upload-not-found", "upload-not-taken", "not-now", "busy"],
});
