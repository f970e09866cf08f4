import * as z from "zod";
import { isMobile } from "../../domain/filing/claim-form.ts";
import { documentSubmissionKinds, submissionProofs } from "../../domain/submission/submission.ts";
import { announced, renewed, ticket, uploadView } from "../attachment/upload-fields.ts";
import { download, secretKey, words, written } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import {
  contentMissing,
  hasContent,
  hasIdentity,
  identityMissing,
  openDraftId,
  said,
  standing,
  submissionView,
  uploadParams,
} from "./submission-fields.ts";

// What a person presents at the document desk, and the files they send, without an account: decision 34.

export const startOpenUpload = defineRoute({
  method: "POST",
  path: "/open/uploads",
  audience: "anyone",
  summary:
    "Gives a ticket to upload one file of a draft without an account; so many a day for a draft and for a connection.",
  body: announced.extend({ draftId: openDraftId }),
  status: 201,
  answer: ticket,
  refusals: ["too-many-uploads", "upload-not-taken"],
});

export const showOpenUpload = defineRoute({
  method: "POST",
  path: "/open/uploads/{uploadId}/state",
  audience: "anyone",
  summary: "Returns whether a file of a draft without an account arrived and passed its check.",
  params: uploadParams,
  body: z.strictObject({ draftId: openDraftId }),
  status: 200,
  answer: uploadView,
  refusals: ["upload-not-found"],
});

export const renewOpenUpload = defineRoute({
  method: "POST",
  path: "/open/uploads/{uploadId}/ticket",
  audience: "anyone",
  summary:
    "Gives another ticket for a file of a draft without an account that did not arrive, for the same bytes only.",
  params: uploadParams,
  body: renewed.extend({ draftId: openDraftId }),
  status: 201,
  answer: ticket,
  refusals: ["upload-not-found", "upload-settled", "upload-not-taken"],
});

const submissionNumber = words("Escribe el número del documento presentado.", 40);
const keyFields = { number: submissionNumber, submissionKey: secretKey };

export const fileOpenDocument = defineRoute({
  method: "POST",
  path: "/open/submissions",
  audience: "anyone",
  once: true,
  summary:
    "Files a document at the document desk without an account, at any hour; it counts from when it was sent, even while its attachments are checked.",
  body: z
    .strictObject({
      kind: z.enum(documentSubmissionKinds, { error: "Elige qué presentas." }).default("document"),
      ...said,
      /** Where letters go to who left no telephone and no mail. */
      address: written(200).default(""),
      standing: standing.default({ as: "user" }),
      /** The code of the claim it is about, as written: the clerk finds the claim. */
      claimCode: written(40).optional(),
      againstDecision: z
        .boolean({ error: "Responde si no estás de acuerdo con una decisión de la empresa." })
        .default(false),
      /** The outage because of which it could not be filed before. */
      outageId: z.string().max(60).optional(),
      draftId: openDraftId,
    })
    .refine(hasContent, contentMissing)
    .refine(hasIdentity, identityMissing)
    .refine(({ telephone, email, address }) => isMobile(telephone) || email !== undefined || address !== "", {
      path: ["telephone"],
      error:
        "Deja un celular, un correo o una dirección para responderte: a un teléfono fijo no llegan nuestros avisos.",
    }),
  status: 201,
  answer: submissionView.extend({
    /** With the number it opens what was presented and its constancia. */
    submissionKey: z.string(),
  }),
  refusals: ["upload-not-found", "upload-not-taken", "outage-not-found"],
});

export const showOpenDocument = defineRoute({
  method: "POST",
  path: "/open/submission-views",
  audience: "anyone",
  summary: "Returns what was presented without an account, and what happened to it since, by its number and key.",
  body: z.strictObject(keyFields),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found"],
});

export const downloadOpenProof = defineRoute({
  method: "POST",
  path: "/open/submission-proofs",
  audience: "anyone",
  summary:
    "Returns an address, good for a minute, to download a document the office made of what was presented, by its number and key.",
  body: z.strictObject({ ...keyFields, document: z.enum(submissionProofs, { error: "Ese documento no existe." }) }),
  status: 200,
  answer: download,
  refusals: ["submission-not-found", "document-not-ready"],
});
