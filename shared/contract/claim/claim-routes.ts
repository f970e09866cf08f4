import * as z from "zod";
import { notifiedActs } from "../../domain/resolution/notified-acts.ts";
import { decidedMonths } from "../conciliation/decided-fields.ts";
import {
  claimForm,
  claimParams,
  claimSoFar,
  download,
  idField,
  languageChoice,
  personDocument,
  secretKey,
  words,
} from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { decisionsView, printedText } from "../resolution/decision-views.ts";
import { defineRoute } from "../route.ts";
import { period } from "../visit/fields.ts";
import {
  claimSummary,
  claimView,
  filedClaim,
  filedQueja,
  findings,
  listedClaim,
  lookedUpClaim,
  shownClaim,
  workedClock,
} from "./claim-views.ts";
import {
  consentFields,
  extensionFields,
  hearingChoiceFields,
  quejaFields,
  recourseFields,
  remedyFields,
  withdrawalFields,
} from "./claimant-acts.ts";

export * from "../visit/visit-routes.ts";

const draftParams = z.strictObject({ draftId: idField("Ese borrador no existe.") });

/** What is typed so far, as it was typed: a claim is checked when it is sent, and its draft never is. */
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
  summary: "Saves what is typed so far of a claim, and keeps it 30 days from this save; it is no claim yet.",
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
  summary: "Returns a draft of the account as it was last saved.",
  params: draftParams,
  status: 200,
  answer: draft,
  refusals: ["draft-not-found"],
});

export const listDrafts = defineRoute({
  method: "GET",
  path: "/me/drafts",
  audience: "customer",
  summary: "Returns the drafts of the account, the last saved first.",
  status: 200,
  answer: z.object({ drafts: z.array(draft) }),
  refusals: [],
});

export const dropDraft = defineRoute({
  method: "DELETE",
  path: "/me/drafts/{draftId}",
  audience: "customer",
  summary: "Deletes a draft of the account.",
  params: draftParams,
  status: 204,
  answer: z.undefined(),
  refusals: ["draft-not-found"],
});

export const fileClaim = defineRoute({
  method: "POST",
  path: "/claims",
  audience: "customer",
  once: true,
  summary:
    "Files a claim about receipts of a linked supply. Of the form only three things must be there (digest 1.5): who claims, how to reach them, and what they ask.",
  body: claimForm.extend({
    linkId: idField("Elige el suministro."),
    draftId: idField("Ese borrador no existe.").optional(),
    /** Whether the signed-in customer ticked the declaration. */
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
  summary:
    "Returns what to know of a claim before it is sent: its term, who may file it, what it lacks. Writes nothing and blocks nothing.",
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
  summary: "Returns the claims that the customer filed or opened with their key, the last filed first.",
  query: page,
  status: 200,
  answer: z.object({ claims: z.array(listedClaim), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showClaim = defineRoute({
  method: "GET",
  path: "/claims/{claimId}",
  audience: "customer",
  summary:
    "Returns a claim of the customer: its state, what comes next and by when, its history, and what they may do now.",
  params: claimParams,
  status: 200,
  answer: shownClaim,
  refusals: ["claim-not-found"],
});

export const showClocks = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/clocks",
  audience: "customer",
  summary: "Returns the terms of a claim that matter now, each with every day counted or skipped.",
  params: claimParams,
  status: 200,
  answer: z.object({ lawVersion: z.string(), clocks: z.array(workedClock) }),
  refusals: ["claim-not-found"],
});

export const openClaim = defineRoute({
  method: "POST",
  path: "/claim-access",
  audience: "customer",
  summary:
    "Gives this account access to a claim, whoever filed it, by the claim's code and key; a second time is no error. It confirms the contact of a claim filed without an account. Wrong attempts are limited per code and hour.",
  body: z.strictObject({ code: words("Escribe el código del reclamo.", 40), claimKey: secretKey }),
  status: 200,
  answer: claimSummary,
  refusals: ["claim-not-found", "too-many-attempts", "supply-not-linked", "busy"],
});

export const lookUpClaim = defineRoute({
  method: "POST",
  path: "/claim-lookups",
  audience: "anyone",
  summary:
    "Returns the state of a claim and nothing more, by its code and the claimant's document. Wrong attempts are limited per code and hour.",
  body: z.strictObject({ code: words("Escribe el código del reclamo.", 40), document: personDocument }),
  status: 200,
  answer: lookedUpClaim,
  refusals: ["claim-not-found", "too-many-attempts"],
});

export const withdrawClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/withdrawal",
  audience: "customer",
  once: true,
  summary:
    "Asks to withdraw the procedure, the claim, or the recourse that is under way; the utility, or the tribunal once it has the file, decides on it.",
  params: claimParams,
  body: withdrawalFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const undoWithdrawal = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/withdrawal/undone",
  audience: "customer",
  once: true,
  summary: "Undoes a request to withdraw that was made by telephone, while its days to undo last: the claim goes on.",
  params: claimParams,
  body: z.strictObject({}),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const requestMeterTest = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/meter-test",
  audience: "customer",
  once: true,
  summary: "Asks for a meter test (contrastación), once; the claimant must state that they know who pays for it.",
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
  summary: "Answers an observation (subsanación); in a reconsideration, brings the new evidence it was filed without.",
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
  summary:
    "Records that the claimant already knows what is missing (tacit notification): their days to mend it start now.",
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
  summary:
    "Gives or withdraws the claimant's consent to be notified by e-mail or in the mailbox, from now on; ten changes a day at most.",
  params: claimParams,
  body: consentFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const extendClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/extension",
  audience: "customer",
  once: true,
  summary: "Adds grounds, evidence or months of the same supply to a claim in its first days (ampliación).",
  params: claimParams,
  body: extensionFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "receipt-not-found", "upload-not-found", "not-now"],
});

export const chooseHearing = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/hearing",
  audience: "customer",
  once: true,
  summary: "Chooses how the hearing is held, or corrects the number at which the claimant is called for it.",
  params: claimParams,
  body: hearingChoiceFields,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const chooseLanguage = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/language",
  audience: "customer",
  once: true,
  summary:
    "Records in which language the claimant wants to be attended, and whether they need an interpreter at visit and hearing.",
  params: claimParams,
  body: languageChoice,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const replaceKey = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/key",
  audience: "customer",
  once: true,
  summary: "Gives a claim that this account filed another key: who opened it by the key before sees it no more.",
  params: claimParams,
  body: z.strictObject({}),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});

export const fileRecourse = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/recourses",
  audience: "customer",
  once: true,
  summary:
    "Files a reconsideration or an appeal, in the claim and at the document desk; after its term it is filed all the same.",
  params: claimParams,
  body: recourseFields,
  status: 201,
  answer: z.object({
    submissionId: z.string(),
    submissionNumber: z.string(),
    filedAt: z.string(),
    filedOn: z.string(),
    /** It was filed after its term, and goes all the same to whoever must judge that. */
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
  summary:
    "Files a queja in the claim and at the document desk, in any state of the claim; it stops and delays nothing.",
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
  summary:
    "Returns what to know of a recourse before it is sent: its term, which one fits, what it lacks. Writes nothing and blocks nothing.",
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
  summary:
    "Returns an address, good for a minute, to download a document of the claim, or an attachment that passed its check.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "document-not-found"],
});

export const showDecision = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/decision",
  audience: "customer",
  summary:
    "Returns the decisions of a claim that were notified, the last first: what each decides, its text as it was signed, and the last day for a recourse.",
  params: claimParams,
  status: 200,
  answer: decisionsView,
  refusals: ["claim-not-found"],
});

const noticeParams = z.strictObject({ noticeKey: secretKey });

const noticeView = z.object({
  claimId: z.string(),
  code: z.string(),
  of: z.enum(["resolution", ...notifiedActs]),
  /** The number of the resolution; absent for another act. */
  number: z.string().optional(),
  issuedOn: z.string(),
  sentAt: z.string(),
  /** The last day to acknowledge it; after that it is delivered at the address. */
  acknowledgeBy: z.string(),
  acknowledgedAt: z.string().optional(),
  /** The day it took effect: that of its acknowledgement, or of deemed service by mailbox. */
  notifiedOn: z.string().optional(),
  /** What the resolution decides, with the fields below: present only once it took effect. */
  outcome: z.string().optional(),
  decision: z.string().optional(),
  reasons: z.string().optional(),
  months: decidedMonths.optional(),
  /** The receipts that the claim is about, as they were billed. */
  receipts: z.array(z.object({ number: z.string(), period: z.string(), amount: z.string() })).optional(),
  /** The text that was signed; absent if it was recorded before the text was kept. */
  text: printedText.optional(),
  recourseUntil: z.string().optional(),
  /**
   * Working days until the last day of its reader: to acknowledge it or, once it took effect, for a recourse or to
   * mend.
   */
  daysLeft: z.number().optional(),
  /** What another act says, and the last day to mend what is missing: present only once acknowledged. */
  says: z.array(z.string()).optional(),
  remedyUntil: z.string().optional(),
});

export const showNotice = defineRoute({
  method: "GET",
  path: "/notices/{noticeKey}",
  audience: "anyone",
  summary:
    "Returns a notice by its key: when it was sent, whether it took effect, and from then on what it says. Opening it acknowledges nothing.",
  params: noticeParams,
  status: 200,
  answer: noticeView,
  refusals: ["notice-not-found"],
});

export const acknowledgeNotice = defineRoute({
  method: "POST",
  path: "/notices/{noticeKey}/acknowledgement",
  audience: "anyone",
  summary: "Acknowledges a notice: what it notifies takes effect now. A second time is no error.",
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
  summary:
    "Returns an address, good for a minute, to download the resolution that a notice notifies, once it took effect; a notice of another act has no document.",
  params: noticeParams,
  status: 200,
  answer: download,
  refusals: ["notice-not-found", "not-now"],
});

export const showHold = defineRoute({
  method: "GET",
  path: "/holds/{holdKey}",
  audience: "anyone",
  summary:
    "Returns whether receipts of a claim are held from cutting, which ones, and what released them: the QR of «No cortar» opens it.",
  params: z.strictObject({ holdKey: secretKey }),
  status: 200,
  answer: z.object({
    held: z.boolean(),
    supplyCode: z.string(),
    receipts: z.array(z.string()),
    code: z.string(),
    since: z.string(),
    /** The check code printed on the «No cortar», for people who read it without internet. */
    checkCode: z.string(),
    /** What released it; absent while it is held. */
    until: z.enum(["decision-firm", "agreement", "withdrawal", "silence", "tribunal", "not-filed"]).optional(),
    releasedOn: z.string().optional(),
  }),
  refusals: ["hold-not-found"],
});
