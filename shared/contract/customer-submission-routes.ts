import * as z from "zod";
import { documentSubmissionKinds, submissionProofs } from "../domain/submission.ts";
import { download, idField, page } from "./claim-fields.ts";
import { defineRoute } from "./route.ts";
import {
  hasIdentity,
  identityMissing,
  remedy,
  said,
  standing,
  submissionParams,
  submissionView,
} from "./submission-fields.ts";

/** A document is its file; what asks for something may be said in words alone. */
function hasContent({
  kind,
  text,
  uploadIds: files,
}: {
  readonly kind: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
}): boolean {
  return files.length > 0 || (kind !== "document" && kind !== "official-letter" && text !== "");
}

const contentMissing = {
  path: ["uploadIds"],
  error: "Agrega el documento que presentas.",
};

export const fileDocument = defineRoute({
  method: "POST",
  path: "/submissions",
  audience: "customer",
  once: true,
  summary: "Files a document at the document desk, with or without a claim, at any hour.",
  body: z
    .strictObject({
      kind: z.enum(documentSubmissionKinds, { error: "Elige qué presentas." }).default("document"),
      ...said,
      standing: standing.default({ as: "user" }),
      claimId: idField("Ese reclamo no existe.").optional(),
      againstDecision: z.boolean({ error: "Elige una opción." }).default(false),
      /** It could not be filed before, because the desk did not work. */
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
  summary: "What the customer filed at the document desk, the last first.",
  query: page,
  status: 200,
  answer: z.object({ submissions: z.array(submissionView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showSubmission = defineRoute({
  method: "GET",
  path: "/submissions/{submissionId}",
  audience: "customer",
  summary: "One filing: when it was presented, whether it was received.",
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
    "An address to download a paper the office made of a filing, for a minute: constancia, cargo, observation, answer.",
  params: submissionParams.extend({ document: z.enum(submissionProofs, { error: "Ese documento no existe." }) }),
  status: 200,
  answer: download,
  refusals: ["submission-not-found", "document-not-ready"],
});

export const downloadAnswer = defineRoute({
  method: "GET",
  path: "/submissions/{submissionId}/answers/{documentId}",
  audience: "customer",
  summary: "An address to download a file that answers a filing, for a minute.",
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
  summary: "Mends an observed document with more files or words; it keeps the day it was presented.",
  params: submissionParams,
  body: remedy,
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "upload-not-found", "upload-not-taken", "not-now", "busy"],
});
