import * as z from "zod";
import { notifiedActs } from "../domain/notified-acts.ts";
import {
  claimForm,
  claimParams,
  claimSoFar,
  download,
  idField,
  page,
  personDocument,
  secretKey,
  words,
} from "./claim-fields.ts";
import {
  claimSummary,
  claimView,
  decidedMonths,
  filedClaim,
  filedQueja,
  findings,
  listedClaim,
  shownClaim,
  workedClock,
} from "./claim-views.ts";
import {
  extensionFields,
  hearingChoiceFields,
  offerAnswerFields,
  quejaFields,
  recourseFields,
  remedyFields,
  withdrawalFields,
} from "./claimant-acts.ts";
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
    /** Whether they ticked the declaration, signed in as they are. */
    declares: z.boolean().optional(),
  }),
  status: 201,
  answer: filedClaim,
  refusals: ["supply-not-linked", "receipt-not-found", "upload-not-found"],
});

export const checkClaim = defineRoute({
  method: "POST",
  path: "/claims/pre-check",
  audience: "customer",
  summary: "What to know of a claim before it is sent: its term, who files it, what it lacks. It stops nothing.",
  body: claimSoFar.extend({
    linkId: idField("Elige el suministro."),
    declares: z.boolean().optional(),
  }),
  status: 200,
  answer: findings,
  refusals: ["supply-not-linked", "receipt-not-found"],
});

export const listClaims = defineRoute({
  method: "GET",
  path: "/claims",
  audience: "customer",
  summary: "Claims that the customer filed or opened with their key, the last filed first.",
  query: page,
  status: 200,
  answer: z.object({ claims: z.array(listedClaim), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showClaim = defineRoute({
  method: "GET",
  path: "/claims/{claimId}",
  audience: "customer",
  summary: "A claim: where it is, what is next, by when, what was done, and what may be done now.",
  params: claimParams,
  status: 200,
  answer: shownClaim,
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
  refusals: ["claim-not-found", "too-many-attempts"],
});

export const lookUpClaim = defineRoute({
  method: "POST",
  path: "/claim-lookups",
  audience: "anyone",
  summary: "The state of a claim and nothing more, by its code and the claimant's document.",
  body: z.strictObject({ code: words("Escribe el código del reclamo.", 40), document: personDocument }),
  status: 200,
  answer: claimSummary.pick({ code: true, state: true, since: true, next: true, dueOn: true, daysLeft: true }),
  refusals: ["claim-not-found", "too-many-attempts"],
});

export const withdrawClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/withdrawal",
  audience: "customer",
  once: true,
  summary: "Asks to withdraw the procedure, the claim, or the recourse that is under way.",
  params: claimParams,
  body: withdrawalFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const requestMeterTest = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/meter-test",
  audience: "customer",
  once: true,
  summary: "Asks for the meter to be tested, once it was told who pays.",
  params: claimParams,
  body: z.strictObject({
    costAccepted: z.literal(true, { error: "Marca que sabes quién paga la prueba." }),
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
  summary: "Answers an observation (subsanación), or brings the new evidence a reconsideration came without.",
  params: claimParams,
  body: remedyFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const knowObservation = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/observation-notice",
  audience: "customer",
  once: true,
  summary: "Says that they know what is missing: their days to mend it start, as with a notice.",
  params: claimParams,
  body: z.strictObject({}),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const consentToNotices = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/notice-consent",
  audience: "customer",
  once: true,
  summary: "Agrees to be notified by e-mail or in the mailbox, or no longer does: from now on.",
  params: claimParams,
  body: z.strictObject({
    channel: z.enum(["email", "mailbox"], { error: "Elige el medio." }),
    granted: z.boolean({ error: "Di si aceptas." }),
  }),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const extendClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/extension",
  audience: "customer",
  once: true,
  summary: "Adds grounds, evidence or months of the same supply within the first days (ampliación).",
  params: claimParams,
  body: extensionFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "receipt-not-found", "upload-not-found", "not-now"],
});

export const answerOffer = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/offers/{offerId}/answer",
  audience: "customer",
  once: true,
  summary: "Accepts an offer to settle, or does not: the acta of the hearing records it.",
  params: claimParams.extend({ offerId: idField("Esa propuesta no existe.") }),
  body: offerAnswerFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "offer-not-found", "not-now"],
});

export const chooseHearing = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/hearing",
  audience: "customer",
  once: true,
  summary: "Chooses how the hearing is held, and at which number the claimant is called for it.",
  params: claimParams,
  body: hearingChoiceFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const fileRecourse = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/recourses",
  audience: "customer",
  once: true,
  summary: "Files a reconsideration or an appeal at the document desk, with its documents and a cargo.",
  params: claimParams,
  body: recourseFields,
  status: 201,
  answer: z.object({
    submissionId: z.string(),
    submissionNumber: z.string(),
    filedAt: z.string(),
    filedOn: z.string(),
    /** Filed after its term: sent all the same to who must judge it. */
    late: z.boolean(),
    claim: claimView,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const fileQueja = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/complaints",
  audience: "customer",
  once: true,
  summary: "Files a queja at the document desk, in any state of the claim: it stops and delays nothing.",
  params: claimParams,
  body: quejaFields,
  status: 201,
  answer: z.object({ ...filedQueja, claim: claimView }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const checkRecourse = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/recourses/pre-check",
  audience: "customer",
  summary: "What to know of a recourse before it is sent: its term, which one fits, what it lacks. It stops nothing.",
  params: claimParams,
  body: recourseFields.partial(),
  status: 200,
  answer: findings,
  refusals: ["claim-not-found"],
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
  claimId: z.string(),
  code: z.string(),
  of: z.enum(["resolution", ...notifiedActs]),
  /** Of a resolution. */
  number: z.string().optional(),
  issuedOn: z.string(),
  sentAt: z.string(),
  /** Until when an acknowledgement makes it count; after it, it is taken to the address. */
  acknowledgeBy: z.string(),
  acknowledgedAt: z.string().optional(),
  /** The day it took effect: of its acknowledgement, or the one after the days to open a mailbox. */
  notifiedOn: z.string().optional(),
  /** What it decides: only once it took effect. */
  outcome: z.string().optional(),
  decision: z.string().optional(),
  reasons: z.string().optional(),
  months: decidedMonths.optional(),
  recourseUntil: z.string().optional(),
  /** What another act tells, and until when an observation may be mended: only once acknowledged. */
  says: z.array(z.string()).optional(),
  remedyUntil: z.string().optional(),
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
  summary: "Acknowledges a notice: what it tells takes effect today.",
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
    receipts: z.array(z.string()),
    code: z.string(),
    since: z.string(),
    /** What the «No cortar» prints besides, for who reads it without internet. */
    checkCode: z.string(),
    /** What will release it, or did. */
    until: z.enum(["decision-firm", "agreement", "withdrawal", "silence", "tribunal", "not-filed"]).optional(),
    releasedOn: z.string().optional(),
  }),
  refusals: ["hold-not-found"],
});
