import * as z from "zod";
import { attachmentStates } from "../domain/claim-form.ts";
import { retainedThings } from "../domain/retention.ts";
import {
  attachmentTypes,
  clerkNoticeWays,
  documentSubmissionKinds,
  isDataRight,
  letterSenders,
  mailReturns,
  powerKinds,
  registeredChannels,
  registeredKinds,
  type SubmissionKind,
  submissionChannels,
  submissionDocuments,
  submissionEntryTypes,
  submissionKinds,
  submissionLists,
  submissionProofs,
  submissionStates,
} from "../domain/submission.ts";
import { attachmentDownload, download, email, idField, mobile, page, personDocument, words } from "./claim-fields.ts";
import { instant } from "./fields.ts";
import { defineRoute } from "./route.ts";

/** Who of the staff sends files in: photos of a visit, records of a delivery, attachments that came by other ways. */
const staffWithAttachments = [
  "operator",
  "clerk",
  "analyst",
  "inspector",
  "conciliator",
  "resolver",
  "signer",
  "manager",
] as const;
const deskRoles = ["clerk", "manager"] as const;

const sha256 = z
  .string({ error: "Falta la huella del archivo." })
  .regex(/^[0-9a-f]{64}$/, "La huella SHA-256 son 64 dígitos hexadecimales.");

const announced = z.strictObject({
  fileName: words("Falta el nombre del archivo.", 120),
  contentType: z.enum(attachmentTypes, { error: "Envía una foto (JPG, PNG, HEIC) o un PDF." }),
  sizeBytes: z.number({ error: "Falta el tamaño del archivo." }).int().min(1, "El archivo está vacío."),
  sha256,
});

/** Another ticket is for the same bytes and no others. */
const renewed = z.strictObject({ sha256 });

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
  state: z.enum(attachmentStates),
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
  refusals: ["too-many-uploads", "upload-not-taken"],
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

export const renewUpload = defineRoute({
  method: "POST",
  path: "/uploads/{uploadId}/ticket",
  audience: "customer",
  summary: "Another ticket for a file that was announced and did not arrive, in the same place.",
  params: uploadParams,
  body: renewed,
  status: 201,
  answer: ticket,
  refusals: ["upload-not-found", "upload-settled", "upload-not-taken"],
});

export const startStaffUpload = defineRoute({
  method: "POST",
  path: "/desk/uploads",
  audience: "staff",
  roles: staffWithAttachments,
  summary: "A ticket for one of the staff to send one file.",
  body: announced,
  status: 201,
  answer: ticket,
  refusals: ["too-many-uploads", "upload-not-taken"],
});

export const showStaffUpload = defineRoute({
  method: "GET",
  path: "/desk/uploads/{uploadId}",
  audience: "staff",
  roles: staffWithAttachments,
  summary: "Whether a file of one of the staff came and passed.",
  params: uploadParams,
  status: 200,
  answer: uploadView,
  refusals: ["upload-not-found"],
});

export const renewStaffUpload = defineRoute({
  method: "POST",
  path: "/desk/uploads/{uploadId}/ticket",
  audience: "staff",
  roles: staffWithAttachments,
  summary: "Another ticket for a file of one of the staff that did not arrive.",
  params: uploadParams,
  body: renewed,
  status: 201,
  answer: ticket,
  refusals: ["upload-not-found", "upload-settled", "upload-not-taken"],
});

const standing = z.discriminatedUnion(
  "as",
  [
    z.strictObject({ as: z.literal("holder") }),
    z.strictObject({ as: z.literal("user") }),
    z.strictObject({
      as: z.literal("representative"),
      of: words("Escribe a quién representa.", 120),
      power: z.enum(powerKinds, { error: "Elige qué poder tiene." }),
    }),
  ],
  { error: "Elige en calidad de qué se presenta." },
);

const filedAttachments = z.array(
  z.object({
    documentId: z.string(),
    fileName: z.string(),
    sizeBytes: z.number(),
    sha256: z.string(),
    state: z.enum(attachmentStates),
  }),
);

const made = z.enum(["preparing", "ready"]);

const submissionView = z.object({
  submissionId: z.string(),
  /** `MP-2026-004192-7`. */
  number: z.string(),
  kind: z.enum(submissionKinds),
  subject: z.string(),
  text: z.string(),
  presenter: z.string(),
  presentedAt: z.string(),
  /** The day it counts as filed. */
  filedOn: z.string(),
  standing: standing.optional(),
  identity: personDocument.optional(),
  email: z.string().optional(),
  telephone: z.string().optional(),
  channel: z.enum(submissionChannels),
  /** When the clerk registered what came by other ways, and why so late. */
  registered: z.object({ at: z.string(), reason: z.string().optional() }).optional(),
  /** The last day to answer it, where it must be. */
  answerBy: z.string().optional(),
  answeredAt: z.string().optional(),
  state: z.enum(submissionStates),
  /** What is to be mended, or why it was returned. */
  remark: z.string().optional(),
  /** By when it is to be mended: nothing before its person was told of that, and they may mend it at once. */
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  /** Who presents it says it is against a decision: then it is a recourse, and is best filed as one. */
  againstDecision: z.boolean(),
  /** A copy of one of its files was asked for, and none came since: it may be sent. */
  copyAsked: z.boolean(),
  /** The outage of the desk it cites: its term moved to the next working day. */
  outage: z.object({ outageId: z.string(), number: z.string(), from: z.string(), to: z.string() }).optional(),
  /** The act of its claim it was taken as. */
  recordedAs: z.string().optional(),
  letter: z.object({ from: z.enum(letterSenders), number: z.string(), days: z.number().optional() }).optional(),
  /** The area it was forwarded to. */
  area: z.string().optional(),
  attachments: filedAttachments,
  entries: z.array(
    z.object({
      type: z.enum(submissionEntryTypes),
      at: z.string(),
      text: z.string().optional(),
      to: z.string().optional(),
      effectiveAt: z.string().optional(),
      document: z.enum(submissionProofs).optional(),
      attachments: filedAttachments.optional(),
    }),
  ),
  /** The mail left with it does not come: who presented it is told otherwise. */
  mailReturned: z.object({ at: z.string(), why: z.enum(mailReturns) }).optional(),
  /** Whether the constancia of its presentation is ready to download. */
  constancia: made,
  /** The same of the cargo of its reception: nothing while it is not received. */
  cargo: made.optional(),
  /** The same of the letter that says what it lacks, and of the one of its answer. */
  observation: made.optional(),
  answer: made.optional(),
  /** The same of what is kept of who asks to see their data, once the clerk asked for it. */
  data: made.optional(),
});

const submissionParams = z.strictObject({ submissionId: idField("Ese documento no existe.") });

/** Files of a document: how many, the tenant says. */
const submissionUploadIds = z.array(idField("Ese archivo no existe.")).max(50, "Son demasiados archivos.").default([]);

const said = {
  subject: words("Escribe de qué trata el documento.", 120),
  text: z.string().trim().max(3000, "Escribe como máximo 3000 caracteres.").default(""),
  presenter: words("Escribe quién presenta el documento.", 120),
  /** Of who asks for a right over their data, and of nobody else. */
  identity: personDocument.optional(),
  /** Where they are told what becomes of it: either is enough. */
  email: email.optional(),
  telephone: mobile.optional(),
  uploadIds: submissionUploadIds,
};

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

function hasIdentity({
  kind,
  identity,
}: {
  readonly kind: SubmissionKind;
  readonly identity?: object | undefined;
}): boolean {
  return isDataRight(kind) === (identity !== undefined);
}
const identityMissing = {
  path: ["identity", "number"],
  error: "Escribe el documento de identidad de quien pide algo sobre sus datos; solo ese pedido lo lleva.",
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

const remedy = z
  .strictObject({
    text: z.string().trim().max(3000, "Escribe como máximo 3000 caracteres.").default(""),
    uploadIds: submissionUploadIds,
  })
  .refine(({ text, uploadIds: files }) => text !== "" || files.length > 0, {
    path: ["uploadIds"],
    error: "Agrega lo que faltaba, o escríbelo.",
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

export const takeSubmissionRemedy = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/remedy",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary: "What a person brought to mend an observed document, taken by the clerk.",
  params: submissionParams,
  body: remedy,
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "upload-not-found", "upload-not-taken", "not-now", "busy"],
});

export const notifySubmissionObservation = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/observation-notice",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary:
    "Records that the clerk told somebody what their document lacks, by telephone, in person or on paper: their days to mend it start.",
  params: submissionParams,
  body: z.strictObject({
    how: z.enum(clerkNoticeWays, { error: "Elige cómo se le avisó." }),
    /** Of a delivery; absent: now. */
    deliveredAt: instant("Escribe cuándo se entregó.").optional(),
  }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "not-now", "busy"],
});

export const listDeskSubmissions = defineRoute({
  method: "GET",
  path: "/desk/submissions",
  audience: "staff",
  roles: deskRoles,
  summary:
    "A list of the document desk: to be checked (the oldest first), to be told what they lack, observed, to be answered (by legal day), over.",
  query: page.extend({ list: z.enum(submissionLists, { error: "Elige una lista." }).default("to-check") }),
  status: 200,
  answer: z.object({ submissions: z.array(submissionView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

const counted = z.object({ list: z.enum(submissionLists), count: z.number() });

export const countDeskSubmissions = defineRoute({
  method: "GET",
  path: "/desk/submission-counts",
  audience: "staff",
  roles: deskRoles,
  summary: "How many documents wait in each list of the document desk, up to 100, and how many past their legal day.",
  status: 200,
  /** `attachments`: files that were filed and never came, or that nobody could read. */
  answer: z.object({
    lists: z.array(counted),
    /** Past their legal day, and two working days away from it or less. */
    toAnswer: z.object({ overdue: z.number(), close: z.number() }),
    attachments: z.number(),
    areas: z.array(z.string()),
  }),
  refusals: [],
});

export const registerSubmission = defineRoute({
  method: "POST",
  path: "/desk/submissions",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary: "Registers what came on paper or by mail for its person, with the instant it arrived and its scan.",
  body: z
    .strictObject({
      kind: z.enum(registeredKinds, { error: "Elige qué es." }).default("document"),
      ...said,
      standing: standing.default({ as: "user" }),
      channel: z.enum(registeredChannels, { error: "Elige cómo llegó." }),
      arrivedAt: instant("Escribe cuándo llegó."),
      /** Why it is registered so long after it arrived. */
      reason: z.string().trim().max(500).optional(),
      claimCode: z.string().trim().max(40).optional(),
      letter: z
        .strictObject({
          from: z.enum(letterSenders, { error: "Elige quién lo envía." }),
          number: words("Escribe el número del oficio.", 60),
          /** Working days the letter gives, counted from the day it was received. */
          days: z
            .number({ error: "Escribe cuántos días hábiles da, en números." })
            .int()
            .min(1, "Escribe al menos 1 día.")
            .max(200, "Escribe como máximo 200 días.")
            .optional(),
        })
        .optional(),
    })
    .refine(({ uploadIds: files }) => files.length > 0, {
      path: ["uploadIds"],
      error: "Agrega el documento escaneado.",
    })
    .refine(hasIdentity, identityMissing)
    .refine(({ kind, letter }) => (kind === "official-letter") === (letter !== undefined), {
      path: ["letter", "number"],
      error: "Un oficio lleva su número y quién lo envía.",
    }),
  status: 201,
  answer: submissionView,
  refusals: ["claim-not-found", "upload-not-found", "upload-not-taken", "not-now"],
});

export const showDeskSubmission = defineRoute({
  method: "GET",
  path: "/desk/submissions/{submissionId}",
  audience: "staff",
  roles: deskRoles,
  summary: "One filing as the clerk sees it.",
  params: submissionParams,
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found"],
});

export const receiveSubmission = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/reception",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary:
    "The clerk's check: received as what it is, observed with a reason, or returned with one; attached to a claim if it is of one.",
  params: submissionParams,
  body: z
    .strictObject({
      outcome: z.enum(["received", "observed", "returned"], { error: "Elige qué hacer con el documento." }),
      /** What it is, where it is not what it was presented as. */
      kind: z.enum(documentSubmissionKinds, { error: "Elige qué es." }).optional(),
      remark: z.string().trim().max(500).optional(),
      claimCode: z.string().trim().max(40).optional(),
    })
    .refine(({ outcome, remark }) => outcome === "received" || (remark ?? "") !== "", {
      path: ["remark"],
      error: "Escribe el motivo.",
    }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "claim-not-found", "already-checked", "not-now", "busy"],
});

export const forwardSubmission = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/forwarding",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary: "Sends a document on to another area with a reason; it stays on the list until it is answered.",
  params: submissionParams,
  body: z.strictObject({
    area: words("Elige a qué área pasa.", 80),
    reason: words("Escribe por qué pasa a esa área.", 500),
  }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "not-now", "busy"],
});

export const answerSubmission = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/answer",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary: "Answers a document with an act and its file, which who presented it sees.",
  params: submissionParams,
  body: z.strictObject({
    text: words("Escribe qué se responde.", 3000),
    uploadIds: submissionUploadIds.refine((files) => files.length > 0, "Agrega el documento con que se responde."),
  }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "upload-not-found", "upload-not-taken", "not-now", "busy"],
});

export const gatherPersonData = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/person-data",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary:
    "Has the paper made of what is kept of who asks to see their data, by their account, to answer with; who asked for it is noted.",
  params: submissionParams,
  body: z.strictObject({}),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "not-now", "busy"],
});

export const recordSubmissionDelivery = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/deliveries",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary: "Notes that one of its papers was given to who presented the document, on paper or by mail.",
  params: submissionParams,
  body: z.strictObject({
    document: z.enum(submissionProofs, { error: "Elige qué se entregó." }),
    way: z.enum(["paper", "email"], { error: "Elige cómo se entregó." }),
  }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "document-not-ready", "not-now", "busy"],
});

export const downloadSubmissionDocument = defineRoute({
  method: "GET",
  path: "/desk/submissions/{submissionId}/documents/{document}",
  audience: "staff",
  roles: deskRoles,
  summary: "An address for the clerk to download or print a paper the office made of a filing, for a minute.",
  params: submissionParams.extend({ document: z.enum(submissionDocuments, { error: "Ese documento no existe." }) }),
  status: 200,
  answer: download,
  refusals: ["submission-not-found", "document-not-ready"],
});

const outageView = z.object({
  outageId: z.string(),
  number: z.string(),
  from: z.string(),
  to: z.string(),
  certificate: made,
});

export const listOutages = defineRoute({
  method: "GET",
  path: "/outages",
  audience: "anyone",
  summary: "When the document desk did not work in the last 30 days, as its monitor saw it, the last first.",
  status: 200,
  answer: z.object({ outages: z.array(outageView) }),
  refusals: [],
});

export const downloadOutageCertificate = defineRoute({
  method: "GET",
  path: "/outages/{outageId}/certificate",
  audience: "anyone",
  summary: "An address to download the certificate of an outage of the document desk, for a minute.",
  params: z.strictObject({ outageId: idField("Esa caída no existe.") }),
  status: 200,
  answer: download,
  refusals: ["outage-not-found", "document-not-ready"],
});

export const listRetention = defineRoute({
  method: "GET",
  path: "/desk/retention",
  audience: "staff",
  roles: ["manager", "administrator"],
  summary:
    "How long each thing is kept and why, and what is past its time, the oldest first, up to 50 of each. Nothing is deleted.",
  status: 200,
  answer: z.object({
    rules: z.array(
      z.object({
        what: z.enum(retainedThings),
        keep: z.union([z.object({ years: z.number() }), z.object({ days: z.number() })]),
        from: z.enum(["over", "presented", "saved", "sent"]),
        why: z.string(),
        /** The day before which it began its time, for that to be over; nothing where it goes by itself. */
        keptSince: z.string().optional(),
        past: z.array(z.object({ id: z.string(), code: z.string(), since: z.string() })),
      }),
    ),
  }),
  refusals: [],
});

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
  roles: deskRoles,
  summary: "Files that were filed and never came, or that nobody could read, the oldest first.",
  query: page,
  status: 200,
  answer: z.object({ attachments: z.array(waitingAttachment), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const attendAttachment = defineRoute({
  method: "POST",
  path: "/desk/attachments/{uploadId}/attention",
  audience: "staff",
  roles: deskRoles,
  once: true,
  summary:
    "Asks the person of a file that never came or could not be read for a copy, or notes how that was attended to, which takes it off the list.",
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

export const downloadFiledAttachment = defineRoute({
  method: "GET",
  path: "/desk/submissions/{submissionId}/attachments/{documentId}",
  audience: "staff",
  roles: deskRoles,
  summary: "An address to download a paper of a filing, and those of the pictures of its pages, for a minute.",
  params: submissionParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: attachmentDownload,
  refusals: ["submission-not-found", "document-not-found"],
});
