import * as z from "zod";
import { paperStates } from "../domain/claim-form.ts";
import { documentFilingKinds, filingKinds, filingStates, paperTypes } from "../domain/filing.ts";
import { download, idField, page, uploadIds, words } from "./claim-fields.ts";
import { defineRoute } from "./route.ts";

/** Who of the staff sends files in: photos of a visit, records of a delivery, papers that came by other ways. */
const staffWithPapers = ["operator", "clerk", "analyst", "inspector", "conciliator", "resolver", "manager"] as const;
const deskRoles = ["clerk", "manager"] as const;

const announced = z.strictObject({
  fileName: words("Falta el nombre del archivo.", 120),
  contentType: z.enum(paperTypes, { error: "Envía una foto (JPG, PNG, HEIC) o un PDF." }),
  sizeBytes: z
    .number({ error: "Falta el tamaño del archivo." })
    .int()
    .min(1, "El archivo está vacío.")
    .max(10_000_000, "El archivo pasa de 10 MB: envíalo en partes o con menos resolución."),
  sha256: z
    .string({ error: "Falta la huella del archivo." })
    .regex(/^[0-9a-f]{64}$/, "La huella SHA-256 son 64 dígitos hexadecimales."),
});

const ticket = z.object({
  uploadId: z.string(),
  /** A presigned POST: send the fields, then the file as `file`, within five minutes. */
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: z.string() }),
});

const uploadParams = z.strictObject({ uploadId: idField("Ese archivo no existe.") });

const uploadView = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(paperStates),
  /** Why it was refused, and what to do, in Spanish. */
  reason: z.string().optional(),
});

export const startUpload = defineRoute({
  method: "POST",
  path: "/uploads",
  audience: "customer",
  summary: "A ticket to send one file; what arrives is checked before it counts as received.",
  body: announced,
  status: 201,
  answer: ticket,
  refusals: ["too-many-uploads"],
});

export const showUpload = defineRoute({
  method: "GET",
  path: "/uploads/{uploadId}",
  audience: "customer",
  summary: "Whether a file came and passed.",
  params: uploadParams,
  status: 200,
  answer: uploadView,
  refusals: ["upload-not-found"],
});

export const startStaffUpload = defineRoute({
  method: "POST",
  path: "/desk/uploads",
  audience: "staff",
  roles: staffWithPapers,
  summary: "A ticket for one of the staff to send one file.",
  body: announced,
  status: 201,
  answer: ticket,
  refusals: ["too-many-uploads"],
});

export const showStaffUpload = defineRoute({
  method: "GET",
  path: "/desk/uploads/{uploadId}",
  audience: "staff",
  roles: staffWithPapers,
  summary: "Whether a file of one of the staff came and passed.",
  params: uploadParams,
  status: 200,
  answer: uploadView,
  refusals: ["upload-not-found"],
});

const filingView = z.object({
  filingId: z.string(),
  /** `MP-2026-004192-7`. */
  number: z.string(),
  kind: z.enum(filingKinds),
  subject: z.string(),
  text: z.string(),
  presenter: z.string(),
  presentedAt: z.string(),
  /** The day it counts as filed. */
  filedOn: z.string(),
  /** The last day to answer it, where it must be. */
  answerBy: z.string().optional(),
  state: z.enum(filingStates),
  /** What is to be mended, by when, or why it was returned. */
  remark: z.string().optional(),
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  papers: z.array(
    z.object({
      documentId: z.string(),
      fileName: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      state: z.enum(paperStates),
    }),
  ),
  /** Whether the cargo is ready to download. */
  cargo: z.enum(["preparing", "ready"]),
});

const filingParams = z.strictObject({ filingId: idField("Ese documento no existe.") });

export const fileDocument = defineRoute({
  method: "POST",
  path: "/filings",
  audience: "customer",
  once: true,
  summary: "Files a document at the document desk, with or without a claim.",
  body: z.strictObject({
    kind: z.enum(documentFilingKinds, { error: "Elige qué presentas." }).default("document"),
    subject: words("Escribe de qué trata el documento.", 120),
    text: z.string().trim().max(3000, "Escribe como máximo 3000 caracteres.").default(""),
    presenter: words("Escribe quién presenta el documento.", 120),
    claimId: idField("Ese reclamo no existe.").optional(),
    uploadIds: uploadIds.refine((ids) => ids.length > 0, "Agrega el documento que presentas."),
  }),
  status: 201,
  answer: filingView,
  refusals: ["claim-not-found", "upload-not-found"],
});

export const listFilings = defineRoute({
  method: "GET",
  path: "/filings",
  audience: "customer",
  summary: "What the customer filed at the document desk, the last first.",
  query: page,
  status: 200,
  answer: z.object({ filings: z.array(filingView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showFiling = defineRoute({
  method: "GET",
  path: "/filings/{filingId}",
  audience: "customer",
  summary: "One filing: when it was presented, whether it was received.",
  params: filingParams,
  status: 200,
  answer: filingView,
  refusals: ["filing-not-found"],
});

export const downloadCargo = defineRoute({
  method: "GET",
  path: "/filings/{filingId}/cargo",
  audience: "customer",
  summary: "An address to download the cargo of a filing, for a minute.",
  params: filingParams,
  status: 200,
  answer: download,
  refusals: ["filing-not-found", "document-not-ready"],
});

export const listDeskFilings = defineRoute({
  method: "GET",
  path: "/desk/filings",
  audience: "staff",
  roles: deskRoles,
  summary: "Documents still to be received, the oldest first.",
  query: page,
  status: 200,
  answer: z.object({ filings: z.array(filingView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showDeskFiling = defineRoute({
  method: "GET",
  path: "/desk/filings/{filingId}",
  audience: "staff",
  roles: deskRoles,
  summary: "One filing as the clerk sees it.",
  params: filingParams,
  status: 200,
  answer: filingView,
  refusals: ["filing-not-found"],
});

export const receiveFiling = defineRoute({
  method: "POST",
  path: "/desk/filings/{filingId}/reception",
  audience: "staff",
  roles: deskRoles,
  summary:
    "The clerk's check: received, observed with a reason, or returned with one; attached to a claim if it is of one.",
  params: filingParams,
  body: z
    .strictObject({
      outcome: z.enum(["received", "observed", "returned"], { error: "Elige qué hacer con el documento." }),
      remark: z.string().trim().max(500).optional(),
      claimCode: z.string().trim().max(40).optional(),
    })
    .refine(({ outcome, remark }) => outcome === "received" || (remark ?? "") !== "", {
      path: ["remark"],
      error: "Escribe el motivo.",
    }),
  status: 200,
  answer: filingView,
  refusals: ["filing-not-found", "claim-not-found", "already-checked", "busy"],
});

export const downloadFiledPaper = defineRoute({
  method: "GET",
  path: "/desk/filings/{filingId}/papers/{documentId}",
  audience: "staff",
  roles: deskRoles,
  summary: "An address to download a paper of a filing, for a minute.",
  params: filingParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: download,
  refusals: ["filing-not-found", "document-not-found"],
});
