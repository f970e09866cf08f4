import * as z from "zod";
import { claimParams, words } from "./claim-fields.ts";
import { claimSummary } from "./claim-views.ts";
import { day } from "./fields.ts";
import { defineRoute } from "./route.ts";

const edit = {
  method: "POST",
  audience: "staff",
  once: true,
  versioned: true,
  params: claimParams,
  status: 200,
} as const;

export const issueResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/issue",
  roles: ["resolver"],
  summary: "Sends the draft to signature: its bytes, number and date are frozen, and its checklist with them.",
  body: z.strictObject({}),
  answer: claimSummary.extend({ number: z.string(), documentId: z.string(), sha256: z.string() }),
  refusals: ["claim-not-found", "not-now", "no-draft", "evidence-missing", "cannot-price"],
});

const signedUpload = words("Envía el archivo firmado.", 60);

export const signResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/signature",
  roles: ["signer"],
  summary:
    "The signer's act, with the file signed by their own certificate or by hand: needs a sign-in with the second factor a few minutes old at most.",
  body: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "Revisa el documento antes de firmar."),
    signature: z.discriminatedUnion(
      "way",
      [
        z.strictObject({ way: z.literal("certificate"), uploadId: signedUpload }),
        z.strictObject({
          way: z.literal("hand"),
          uploadId: signedUpload,
          folio: words("Escribe el folio del papel firmado.", 40),
          cites: words("Escribe el código de verificación que lleva el papel.", 40),
          signedOn: day,
          reason: z.string().trim().max(500, "Escribe 500 letras como máximo.").optional(),
        }),
        z.strictObject({ way: z.literal("second-factor") }),
      ],
      { error: "Elige cómo firmas." },
    ),
  }),
  answer: claimSummary.extend({ number: z.string() }),
  refusals: [
    "claim-not-found",
    "not-now",
    "fresh-sign-in-needed",
    "document-changed",
    "signature-refused",
    "upload-not-found",
  ],
});

export const returnResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/return",
  roles: ["signer", "resolver"],
  summary: "Returns what was sent to signature: its number is voided with the reason.",
  body: z.strictObject({ reason: words("Escribe por qué se devuelve.", 500) }),
  answer: claimSummary,
  refusals: ["claim-not-found", "not-now"],
});

export const rectifyResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/rectification",
  roles: ["signer"],
  summary: "Puts right a material error of a signed resolution, with a fresh sign-in: never its sense or its amounts.",
  body: z.strictObject({
    of: words("Elige la resolución.", 60),
    says: words("Copia lo que dice.", 500),
    should: words("Escribe lo que debe decir.", 500),
  }),
  answer: claimSummary.extend({ documentId: z.string() }),
  refusals: ["claim-not-found", "not-now", "fresh-sign-in-needed"],
});
