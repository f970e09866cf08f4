import * as z from "zod";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";
import { documentKinds } from "../../domain/case/issued-documents.ts";
import { waitingFor } from "../../domain/resolution/frozen-documents.ts";
import { mostSignedAtOnce, signatureWays } from "../../domain/resolution/signature.ts";
import { actRoles } from "../case/case-edits.ts";
import { claimSummary, daysOwed } from "../claim/claim-views.ts";
import { claimParams, download, idField, words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { day } from "../visit/fields.ts";

const edit = {
  method: "POST",
  audience: "staff",
  once: true,
  versioned: true,
  params: claimParams,
  status: 200,
} as const;

const frozenAnswer = { number: z.string(), documentId: z.string(), sha256: z.string() };

export const issueResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/issue",
  roles: ["resolver"],
  summary:
    "Sends the draft to signature: its bytes, number and date are fixed, and its checklist with them. Refused while evidence is missing, or something is wrong with the draft, that nobody else let go in writing.",
  body: z.strictObject({}),
  answer: claimSummary.extend(frozenAnswer),
  refusals: ["claim-not-found", "not-now", "no-draft", "evidence-missing", "draft-faulty", "cannot-price"],
});

export const previewResolution = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/resolution/preview",
  audience: "staff",
  roles: actRoles.previewResolution,
  summary:
    "Prints the saved draft as it would be sent to signature, with its findings and without a number or a code. Its pages are then looked at as those of a document.",
  params: claimParams,
  body: z.strictObject({}),
  status: 200,
  answer: z.object({
    documentId: z.string(),
    fileName: z.string(),
    /** When the draft that was printed was saved. */
    savedAt: z.string(),
  }),
  refusals: ["claim-not-found", "not-now", "no-draft", "cannot-price", "busy"],
});

const signedUpload = words("Envía el archivo firmado.", 60);
const documentDigest = z.string().regex(/^[0-9a-f]{64}$/, "Revisa el documento antes de firmar.");

/** The scan of a paper signed by hand, with the folio, the code and the day it bears. */
const signedAttachment = {
  uploadId: signedUpload,
  folio: words("Escribe el folio del papel firmado.", 40),
  cites: words("Escribe el código o la huella que lleva el papel.", 70),
  signedOn: day,
  reason: z.string().trim().max(500, "Escribe 500 letras como máximo.").optional(),
};

export const signResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/signature",
  roles: ["signer"],
  summary:
    "Signs the resolution of a case: with the signer's certificate, by hand or by second factor, as the utility allows. Needs a sign-in a few minutes old at most; one by hand waits for another person to confirm it.",
  body: z.strictObject({
    sha256: documentDigest,
    signature: z.discriminatedUnion(
      "way",
      [
        z.strictObject({ way: z.literal("certificate"), uploadId: signedUpload }),
        z.strictObject({ way: z.literal("hand"), ...signedAttachment }),
        z.strictObject({ way: z.literal("second-factor") }),
      ],
      { error: "Elige cómo se firma." },
    ),
  }),
  /** `to-confirm`: signed by hand, and another person must confirm the scan. */
  answer: claimSummary.extend({ number: z.string(), outcome: z.enum(["signed", "to-confirm"]) }),
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
  summary:
    "Returns the resolution that waits for its signature: its number is voided with the reason, and its words are a draft again.",
  body: z.strictObject({ reason: words("Escribe por qué se devuelve.", 500) }),
  answer: claimSummary,
  refusals: ["claim-not-found", "not-now"],
});

export const rectifyResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/rectification",
  roles: ["resolver", "signer"],
  summary:
    "Sends to signature the rectification of a material error of a signed resolution, never of its sense or its amounts; another person signs it.",
  body: z.strictObject({
    of: words("Elige la resolución.", 60),
    says: words("Copia lo que dice.", 500),
    should: words("Escribe lo que debe decir.", 500),
  }),
  answer: claimSummary.extend(frozenAnswer),
  refusals: ["claim-not-found", "not-now"],
});

export const acceptWithdrawal = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/withdrawal",
  roles: actRoles.acceptWithdrawal,
  summary:
    "Sends to signature the resolution that accepts a withdrawal that was asked for: it takes effect once another person signs it. A newer one voids one that still waits.",
  body: z.strictObject({ reason: z.string().trim().max(500, "Escribe 500 letras como máximo.").default("") }),
  answer: claimSummary.extend(frozenAnswer),
  refusals: ["claim-not-found", "not-now"],
});

export const prepareElevation = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/elevation/letter",
  roles: ["clerk", "analyst"],
  summary:
    "Sends to signature the letter with which the file goes to the tribunal; a newer one voids one that still waits.",
  body: z.strictObject({}),
  answer: claimSummary.extend(frozenAnswer),
  refusals: ["claim-not-found", "not-now"],
});

const documentParams = claimParams.extend({ documentId: idField("Ese documento no existe.") });

export const returnDocument = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/documents/{documentId}/return",
  roles: actRoles.returnDocument,
  summary:
    "Returns a rectification, the acceptance of a withdrawal or an elevation letter that waits for its signature: its number is voided with the reason.",
  params: documentParams,
  body: z.strictObject({ reason: words("Escribe por qué se devuelve.", 500) }),
  answer: claimSummary,
  refusals: ["claim-not-found", "document-not-found", "not-now"],
});

export const confirmHandSignature = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/documents/{documentId}/second-look",
  roles: actRoles.confirmHandSignature,
  summary:
    "Records what another person than the signer saw on the scan of a document signed by hand: with its code and folio the signature counts, from the day it was made; if the scan does not show them, the document waits for a signature again.",
  params: documentParams,
  body: z.strictObject({
    look: z.discriminatedUnion(
      "shows",
      [
        z.strictObject({
          shows: z.literal(true),
          cites: words("Escribe el código o la huella que ves en el papel.", 70),
          folio: words("Escribe el folio que ves en el papel.", 40),
        }),
        z.strictObject({ shows: z.literal(false), reason: words("Escribe qué no se ve en el papel.", 500) }),
      ],
      { error: "Di si el papel muestra el código, el folio y la firma." },
    ),
  }),
  answer: claimSummary.extend({ number: z.string(), outcome: z.enum(["signed", "to-sign"]) }),
  refusals: ["claim-not-found", "document-not-found", "not-now", "signature-refused"],
});

const documents = z
  .array(z.strictObject({ claimId: words("Elige el documento.", 60), sha256: documentDigest }))
  .min(1, "Elige al menos un documento.")
  .max(
    mostSignedAtOnce,
    `Elige hasta ${mostSignedAtOnce} documentos por vez. Firma esos, y después sigue con los demás.`,
  );

export const listSignatures = defineRoute({
  method: "GET",
  path: "/desk/signatures",
  audience: "staff",
  roles: ["signer", "clerk", "manager"],
  summary:
    "Returns the documents that wait for an officer's signature, or for a second look at one signed by hand, the earliest day first.",
  query: page.extend({ waitsFor: z.enum(waitingFor).default("signature") }),
  status: 200,
  answer: z.object({
    documents: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        claimantName: z.string(),
        kind: z.enum(documentKinds),
        number: z.string(),
        documentId: z.string(),
        sha256: z.string(),
        fileName: z.string(),
        frozenAt: z.string(),
        /** The days of its claim, if a term of the claim waits for it. */
        days: daysOwed.optional(),
        /** Of a resolution: what it decides and, if it decides about receipts, their sum in soles before and after. */
        result: z
          .object({
            outcome: z.enum(resolutionOutcomes),
            before: z.string().optional(),
            after: z.string().optional(),
          })
          .optional(),
        /** Whether only another person may act: the caller wrote or sent it, or signed what is to be confirmed. */
        isOthers: z.boolean(),
        /** The id of the scan to look at. */
        scanId: z.string().optional(),
      }),
    ),
    /** How many documents may be signed with one act. */
    most: z.number().int(),
    /** The ways of signing that the utility allows. */
    ways: z.array(z.enum(signatureWays)),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const downloadToSign = defineRoute({
  method: "POST",
  path: "/desk/signatures/files",
  audience: "staff",
  roles: ["signer"],
  summary:
    "Returns an address for one ZIP with the chosen documents as they were sent to signature, to sign them outside.",
  body: z.strictObject({ documents }),
  status: 200,
  answer: download,
  refusals: ["document-not-found"],
});

const uploadIds = z
  .array(signedUpload)
  .min(1, "Envía los archivos firmados.")
  .max(mostSignedAtOnce, `Envía hasta ${mostSignedAtOnce} archivos por vez.`);

export const signDocuments = defineRoute({
  method: "POST",
  path: "/desk/signatures",
  audience: "staff",
  roles: ["signer"],
  once: true,
  summary:
    "Signs up to 50 documents in one act, with a fresh sign-in; each has its own outcome. Sent again with its key, it goes on with those that were left.",
  body: z.strictObject({
    documents,
    signature: z.discriminatedUnion(
      "way",
      [
        /** Each file is matched to the document with whose bytes it begins. */
        z.strictObject({ way: z.literal("certificate"), uploadIds }),
        /** Each scan is matched to the document whose code or SHA-256 it cites. */
        z.strictObject({
          way: z.literal("hand"),
          attachments: z
            .array(z.strictObject(signedAttachment))
            .min(1, "Envía los papeles firmados.")
            .max(mostSignedAtOnce, `Envía hasta ${mostSignedAtOnce} papeles por vez.`),
        }),
        z.strictObject({ way: z.literal("second-factor") }),
      ],
      { error: "Elige cómo se firma." },
    ),
  }),
  status: 200,
  answer: z.object({
    outcomes: z.array(
      z.object({
        claimId: z.string(),
        sha256: z.string(),
        /**
         * `already`: an earlier act signed it; `left`: there was no time, and the same request sent again goes on with
         * it.
         */
        outcome: z.enum(["signed", "to-confirm", "already", "refused", "left"]),
        /** Why it was refused, in Spanish. */
        reason: z.string().optional(),
      }),
    ),
    /** Files that match no document, or that could not be read, with the reason in Spanish. */
    unmatched: z.array(z.object({ uploadId: z.string(), reason: z.string() })),
  }),
  refusals: ["fresh-sign-in-needed"],
});
