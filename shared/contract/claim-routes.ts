import * as z from "zod";
import { claimStates } from "../domain/claim-states.ts";
import {
  claimForm,
  claimParams,
  download,
  idField,
  page,
  personDocument,
  secretKey,
  uploadIds,
  words,
} from "./claim-fields.ts";
import { claimSummary, claimView, filedClaim, workedClock } from "./claim-views.ts";
import { period } from "./fields.ts";
import { defineRoute } from "./route.ts";

const draftParams = z.strictObject({ draftId: idField("Ese borrador no existe.") });

/** What is typed so far, as it was typed: a draft is judged when it is sent, not before. */
const draftAnswers = z
  .record(z.string().max(60), z.json())
  .refine((answers) => JSON.stringify(answers).length <= 20_000, {
    error: "El borrador es demasiado grande.",
  });

const draft = z.object({
  draftId: z.string(),
  savedAt: z.string(),
  expiresAt: z.string(),
  supplyCode: z.string().optional(),
  period: z.string().optional(),
  answers: z.record(z.string(), z.json()),
});

export const saveDraft = defineRoute({
  method: "PUT",
  path: "/me/drafts/{draftId}",
  audience: "customer",
  summary: "Saves what is typed so far of a claim: no claim yet, kept 30 days.",
  params: draftParams,
  body: z.strictObject({
    supplyCode: z.string().max(20).optional(),
    period: period.optional(),
    answers: draftAnswers,
  }),
  status: 200,
  answer: draft,
  refusals: ["too-many-drafts"],
});

export const showDraft = defineRoute({
  method: "GET",
  path: "/me/drafts/{draftId}",
  audience: "customer",
  summary: "A draft as it was saved last.",
  params: draftParams,
  status: 200,
  answer: draft,
  refusals: ["draft-not-found"],
});

export const listDrafts = defineRoute({
  method: "GET",
  path: "/me/drafts",
  audience: "customer",
  summary: "The drafts of the account, the last saved first.",
  status: 200,
  answer: z.object({ drafts: z.array(draft) }),
  refusals: [],
});

export const dropDraft = defineRoute({
  method: "DELETE",
  path: "/me/drafts/{draftId}",
  audience: "customer",
  summary: "Throws a draft away.",
  params: draftParams,
  status: 204,
  answer: z.undefined(),
  refusals: [],
});

export const fileClaim = defineRoute({
  method: "POST",
  path: "/claims",
  audience: "customer",
  once: true,
  summary: "Files a claim about a receipt of a linked supply; nothing but the three lacks of the law stops it.",
  body: claimForm.extend({
    linkId: idField("Elige el suministro."),
    draftId: idField("Ese borrador no existe.").optional(),
  }),
  status: 201,
  answer: filedClaim,
  refusals: ["supply-not-linked", "receipt-not-found", "upload-not-found"],
});

export const listClaims = defineRoute({
  method: "GET",
  path: "/claims",
  audience: "customer",
  summary: "Claims that the customer filed or opened with their key, the last filed first.",
  query: page,
  status: 200,
  answer: z.object({ claims: z.array(claimSummary), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showClaim = defineRoute({
  method: "GET",
  path: "/claims/{claimId}",
  audience: "customer",
  summary: "A claim: where it is, what is next, by when, what was done, and what may be done now.",
  params: claimParams,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found"],
});

export const showClocks = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/clocks",
  audience: "customer",
  summary: "The terms that matter now, each with every day counted or skipped.",
  params: claimParams,
  status: 200,
  answer: z.object({ lawVersion: z.string(), clocks: z.array(workedClock) }),
  refusals: ["claim-not-found"],
});

export const openClaim = defineRoute({
  method: "POST",
  path: "/claim-access",
  audience: "customer",
  summary: "Opens a claim filed by telephone or elsewhere to this account, by its code and its key.",
  body: z.strictObject({ code: words("Escribe el código del reclamo.", 40), claimKey: secretKey }),
  status: 200,
  answer: claimSummary,
  refusals: ["claim-not-found", "too-many-guesses"],
});

export const lookUpClaim = defineRoute({
  method: "POST",
  path: "/claim-lookups",
  audience: "anyone",
  summary: "The state of a claim and nothing more, by its code and the claimant's document.",
  body: z.strictObject({ code: words("Escribe el código del reclamo.", 40), document: personDocument }),
  status: 200,
  answer: z.object({ code: z.string(), state: z.enum(claimStates), since: z.string(), dueOn: z.string().optional() }),
  refusals: ["claim-not-found", "too-many-guesses"],
});

export const withdrawClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/withdrawal",
  audience: "customer",
  once: true,
  summary: "Asks to withdraw the procedure, the claim, or the recourse that is under way.",
  params: claimParams,
  body: z.strictObject({
    of: z.enum(["procedure", "claim"], { error: "Elige de qué desistes." }),
    reason: z.string().trim().max(500).default(""),
  }),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const remedyClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/remedy",
  audience: "customer",
  once: true,
  summary: "Answers an observation (subsanación).",
  params: claimParams,
  body: z.strictObject({ answer: words("Escribe lo que te pidieron.", 1500), uploadIds }),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const extendClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/extension",
  audience: "customer",
  once: true,
  summary: "Adds grounds or evidence within the first days (ampliación).",
  params: claimParams,
  body: z.strictObject({ grounds: words("Escribe qué agregas.", 1500), uploadIds }),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const answerOffer = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/offers/{offerId}/answer",
  audience: "customer",
  once: true,
  summary: "Accepts an offer to settle, or does not: the acta of the hearing records it.",
  params: claimParams.extend({ offerId: idField("Esa propuesta no existe.") }),
  body: z.strictObject({ accepted: z.boolean({ error: "Elige si aceptas la propuesta." }) }),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "offer-not-found", "not-now"],
});

export const fileRecourse = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/recourses",
  audience: "customer",
  once: true,
  summary: "Files a reconsideration or an appeal at the document desk, with its documents and a cargo.",
  params: claimParams,
  body: z.strictObject({
    kind: z.enum(["reconsideration", "appeal"], { error: "Elige quién quieres que revise la decisión." }),
    grounds: words("Escribe por qué no estás de acuerdo.", 3000),
    /** Documents that were not in the file: a reconsideration needs one. */
    uploadIds,
  }),
  status: 201,
  answer: z.object({
    filingId: z.string(),
    filingNumber: z.string(),
    filedAt: z.string(),
    filedOn: z.string(),
    /** Filed after its term: sent all the same to who must judge it. */
    late: z.boolean(),
    claim: claimView,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const downloadDocument = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/documents/{documentId}",
  audience: "customer",
  summary: "An address to download a document of the claim, for a minute.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "document-not-found"],
});

const noticeParams = z.strictObject({ noticeKey: secretKey });

const noticeView = z.object({
  code: z.string(),
  number: z.string(),
  issuedOn: z.string(),
  sentAt: z.string(),
  /** Until when an acknowledgement makes it count; after it, it is taken to the address. */
  acknowledgeBy: z.string(),
  acknowledgedAt: z.string().optional(),
  /** What it decides: only once acknowledged. */
  outcome: z.string().optional(),
  decision: z.string().optional(),
  reasons: z.string().optional(),
  recourseUntil: z.string().optional(),
});

export const showNotice = defineRoute({
  method: "GET",
  path: "/notices/{noticeKey}",
  audience: "anyone",
  summary: "What is notified, and whether it was acknowledged; looking at it acknowledges nothing.",
  params: noticeParams,
  status: 200,
  answer: noticeView,
  refusals: ["notice-not-found"],
});

export const acknowledgeNotice = defineRoute({
  method: "POST",
  path: "/notices/{noticeKey}/acknowledgement",
  audience: "anyone",
  summary: "Acknowledges a notice: the decision takes effect today.",
  params: noticeParams,
  body: z.strictObject({}),
  status: 200,
  answer: noticeView,
  refusals: ["notice-not-found", "not-now", "busy"],
});

export const downloadNotified = defineRoute({
  method: "GET",
  path: "/notices/{noticeKey}/document",
  audience: "anyone",
  summary: "An address to download the notified act, once acknowledged.",
  params: noticeParams,
  status: 200,
  answer: download,
  refusals: ["notice-not-found", "not-now"],
});

export const showHold = defineRoute({
  method: "GET",
  path: "/holds/{holdKey}",
  audience: "anyone",
  summary: "Whether a receipt is held from cutting, which one, and until which act: what the QR of «No cortar» opens.",
  params: z.strictObject({ holdKey: secretKey }),
  status: 200,
  answer: z.object({
    held: z.boolean(),
    supplyCode: z.string(),
    receiptNumber: z.string(),
    code: z.string(),
    since: z.string(),
    /** What will release it, or did. */
    until: z.enum(["decision-firm", "agreement", "withdrawal", "silence", "tribunal", "not-filed"]).optional(),
    releasedOn: z.string().optional(),
  }),
  refusals: ["hold-not-found"],
});
