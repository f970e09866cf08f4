import * as z from "zod";
import {
  clerkNoticeWays,
  documentSubmissionKinds,
  letterSenders,
  registeredChannels,
  registeredKinds,
  submissionDocuments,
  submissionLists,
  submissionProofs,
} from "../../domain/submission/submission.ts";
import { daysOwed } from "../claim/claim-views.ts";
import { attachmentDownload, documentPages, download, idField, words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { instant } from "../visit/fields.ts";
import {
  documentDeskRoles,
  hasIdentity,
  identityMissing,
  remedy,
  said,
  standing,
  submissionParams,
  submissionUploadIds,
  submissionView,
} from "./submission-fields.ts";

/** Who attends people at the document desk: its own roles, and the operator on the telephone. */
const callRoles = [...documentDeskRoles, "operator"] as const;

export const takeSubmissionRemedy = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/remedy",
  audience: "staff",
  roles: callRoles,
  once: true,
  summary:
    "Records what a person brought to mend an observed submission in its days, or the copy of a file that the office asked for.",
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
  roles: documentDeskRoles,
  once: true,
  summary:
    "Records that the clerk notified somebody of what their submission lacks, by telephone, in person or by delivery: their days to mend it start.",
  params: submissionParams,
  body: z.strictObject({
    how: z.enum(clerkNoticeWays, { error: "Elige cómo se le avisó." }),
    /** When it was delivered; absent: now. Ignored unless `how` is `delivered`. */
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
  roles: documentDeskRoles,
  summary:
    "Returns a list of the document desk: to check (the oldest first), to notify of what they lack, observed, to answer (by legal day), or over.",
  query: page.extend({ list: z.enum(submissionLists, { error: "Elige una lista." }).default("to-check") }),
  status: 200,
  answer: z.object({
    submissions: z.array(
      submissionView.extend({
        /**
         * Its last day: to be mended or answered, or to be taken as the recourse it may be.
         */
        dueOn: z.string().optional(),
        /** Working days to `dueOn`; negative once that is over. */
        daysLeft: z.number().optional(),
        /** Of a recourse or a queja: the days of its claim, in place of `dueOn` and `daysLeft`. */
        days: daysOwed.optional(),
        /** Working days since the day it counts from. */
        waitedDays: z.number(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

const counted = z.object({ list: z.enum(submissionLists), count: z.number() });

export const countDeskSubmissions = defineRoute({
  method: "GET",
  path: "/desk/submission-counts",
  audience: "staff",
  roles: documentDeskRoles,
  summary:
    "Returns how many submissions wait in each list of the document desk, up to 100; how many of those to answer are past their legal day or close to it; how many attachments wait; and the areas.",
  status: 200,
  /** `attachments`: filed attachments that never arrived, or that nobody could read. */
  answer: z.object({
    lists: z.array(counted),
    /** `overdue`: past their legal day; `close`: at most two working days before it. */
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
  roles: callRoles,
  once: true,
  summary:
    "Registers a submission that came on paper or by mail, with its scan and the instant it arrived, from which it counts; or one spoken on the telephone, in its person's words, which counts from now. An operator registers only the latter.",
  body: z
    .strictObject({
      kind: z.enum(registeredKinds, { error: "Elige qué es." }).default("document"),
      ...said,
      standing: standing.default({ as: "user" }),
      channel: z.enum(registeredChannels, { error: "Elige cómo llegó." }),
      /** When it arrived; ignored for one spoken on the telephone. */
      arrivedAt: instant("Escribe cuándo llegó.").optional(),
      /** Why it is registered late; required some working days after it arrived. */
      reason: z.string().trim().max(500).optional(),
      claimCode: z.string().trim().max(40).optional(),
      letter: z
        .strictObject({
          from: z.enum(letterSenders, { error: "Elige quién lo envía." }),
          number: words("Escribe el número del oficio.", 60),
          /** Working days the letter gives to answer, counted from the day it counts as filed. */
          days: z
            .number({ error: "Escribe cuántos días hábiles da, en números." })
            .int()
            .min(1, "Escribe al menos 1 día.")
            .max(200, "Escribe como máximo 200 días.")
            .optional(),
        })
        .optional(),
    })
    .refine(({ channel, uploadIds: files }) => channel === "telephone" || files.length > 0, {
      path: ["uploadIds"],
      error: "Agrega el documento escaneado.",
    })
    .refine(({ channel, arrivedAt }) => channel === "telephone" || arrivedAt !== undefined, {
      path: ["arrivedAt"],
      error: "Escribe cuándo llegó.",
    })
    .refine(({ channel, text }) => channel !== "telephone" || text !== "", {
      path: ["text"],
      error: "Escribe lo que dice, con sus palabras.",
    })
    .refine(({ channel, kind }) => channel !== "telephone" || kind !== "official-letter", {
      path: ["kind"],
      error: "Un oficio no se presenta por teléfono.",
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
  roles: callRoles,
  summary: "Returns a submission as the clerk sees it.",
  params: submissionParams,
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found"],
});

export const receiveSubmission = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/reception",
  audience: "staff",
  roles: documentDeskRoles,
  once: true,
  summary:
    "Records the clerk's check of a submission, once: received as what it is, or observed or returned with a reason. A received one that is about a claim enters its case.",
  params: submissionParams,
  body: z
    .strictObject({
      outcome: z.enum(["received", "observed", "returned"], { error: "Elige qué hacer con el documento." }),
      /** What it is, if it is not what it was presented as. */
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
  roles: documentDeskRoles,
  once: true,
  summary: "Forwards a received submission to another area with a reason; it stays on the list until it is answered.",
  params: submissionParams,
  body: z.strictObject({
    area: words("Elige a qué área pasa.", 80),
    reason: words("Escribe por qué pasa a esa área.", 500),
  }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "not-now", "busy"],
});

export const discardRecourse = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/recourse-discard",
  audience: "staff",
  roles: documentDeskRoles,
  once: true,
  summary:
    "Records, with the reason, that a submission whose presenter says it is against a decision is no recourse. Its presenter is notified.",
  params: submissionParams,
  body: z.strictObject({ reason: words("Escribe por qué no es un recurso.", 500) }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "not-now", "busy"],
});

const attachmentParams = submissionParams.extend({ documentId: idField("Ese documento no existe.") });

export const takeFileOut = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/attachments/{documentId}/removal",
  audience: "staff",
  roles: documentDeskRoles,
  once: true,
  summary:
    "Records, with the reason, that a file is another person's: it is shown and printed with the submission no more.",
  params: attachmentParams,
  body: z.strictObject({ reason: words("Escribe por qué no es de este documento.", 500) }),
  status: 200,
  answer: submissionView,
  refusals: ["submission-not-found", "document-not-found", "busy"],
});

export const answerSubmission = defineRoute({
  method: "POST",
  path: "/desk/submissions/{submissionId}/answer",
  audience: "staff",
  roles: documentDeskRoles,
  once: true,
  summary: "Answers a received submission, once, with words and a file that its presenter can see.",
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
  roles: documentDeskRoles,
  once: true,
  summary:
    "Orders, once, the document with what the office keeps, by their account, of a presenter who asks to see their data; records who ordered it.",
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
  roles: documentDeskRoles,
  once: true,
  summary: "Records that a document the office made of a submission was given to its presenter, on paper or by mail.",
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
  roles: documentDeskRoles,
  summary:
    "Returns an address, good for a minute, for the clerk to download a document the office made of a submission.",
  params: submissionParams.extend({ document: z.enum(submissionDocuments, { error: "Ese documento no existe." }) }),
  status: 200,
  answer: download,
  refusals: ["submission-not-found", "document-not-ready"],
});

export const showSubmissionPages = defineRoute({
  method: "GET",
  path: "/desk/submissions/{submissionId}/documents/{document}/pages",
  audience: "staff",
  roles: documentDeskRoles,
  summary:
    "Returns addresses, good for a minute, of the pictures of the first pages of a document the office made of a submission; the first look has them drawn, and asks again.",
  params: submissionParams.extend({ document: z.enum(submissionProofs, { error: "Ese documento no existe." }) }),
  status: 200,
  answer: documentPages,
  refusals: ["submission-not-found", "document-not-ready"],
});

export const downloadFiledAttachment = defineRoute({
  method: "GET",
  path: "/desk/submissions/{submissionId}/attachments/{documentId}",
  audience: "staff",
  roles: documentDeskRoles,
  summary:
    "Returns addresses, good for a minute, to download an attachment of a submission and the pictures of its pages.",
  params: attachmentParams,
  status: 200,
  answer: attachmentDownload,
  refusals: ["submission-not-found", "document-not-found"],
});
