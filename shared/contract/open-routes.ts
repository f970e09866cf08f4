import * as z from "zod";
import { claimSummary, claimView, filedClaim, findings } from "./claim/claim-views.ts";
import { recourseFields } from "./claim/claimant-acts.ts";
import {
  claimForm,
  claimSoFar,
  download,
  namedReceipts,
  personDocument,
  secretKey,
  words,
  writtenSupplyCode,
} from "./filing/claim-fields.ts";
import { defineRoute } from "./route.ts";
import { openDraftId } from "./submission/submission-fields.ts";

// What a person does about a claim without an account: docs/decisions/0034-no-account.md.

const claimCode = words("Escribe el código del reclamo.", 40);

/** The code and key of a claim, as its cargo has them. */
const keyFields = { code: claimCode, claimKey: secretKey };

export const checkOpenClaim = defineRoute({
  method: "POST",
  path: "/open/claims/pre-check",
  audience: "anyone",
  summary:
    "Returns what to know of a claim before it is sent without an account: what it lacks, who may file it. It looks at the form alone and reads nothing of the supply.",
  body: claimSoFar.extend({
    supplyCode: z.string().trim().max(20).optional(),
    declares: z.boolean().optional(),
  }),
  status: 200,
  answer: findings,
  refusals: [],
});

export const fileOpenClaim = defineRoute({
  method: "POST",
  path: "/open/claims",
  audience: "anyone",
  once: true,
  summary:
    "Files a claim without an account: it counts from this instant. A supply or receipt that does not exist is taken as it is written, for the office to look at.",
  body: claimForm.extend({
    supplyCode: writtenSupplyCode,
    /** Receipts of the supply as the person wrote them; none if they have none at hand. */
    receipts: namedReceipts.default([]),
    /** The total to pay of one of those receipts, as the look-up asks for it: with it the cargo says their amounts. */
    receiptTotal: z.string().trim().max(20).optional(),
    draftId: openDraftId,
    declares: z.boolean().optional(),
    /** The telephone is somebody else's: messages to it have no name, supply or debt. */
    borrowed: z.boolean().optional(),
  }),
  status: 201,
  answer: filedClaim.required({ claimKey: true }),
  refusals: ["upload-not-found"],
});

export const showOpenClaim = defineRoute({
  method: "POST",
  path: "/open/claim-views",
  audience: "anyone",
  summary:
    "Returns the state of a claim, and whether its contact is confirmed, by its code and key. Wrong attempts are limited per code and hour.",
  body: z.strictObject(keyFields),
  status: 200,
  answer: claimSummary
    .pick({
      code: true,
      filedAt: true,
      filedOn: true,
      state: true,
      since: true,
      next: true,
      dueOn: true,
      daysLeft: true,
    })
    .extend({
      /** The ways in which a code can be sent to its claimant. */
      channels: z.array(z.enum(["sms", "email"])),
      contactConfirmed: z.boolean(),
      awaitsAppointments: z.literal(true).optional(),
      /** The last day on which the office looks at the contact, while the receipts are not held before that. */
      holdBy: z.string().optional(),
      holdAsked: claimView.shape.holdAsked,
      /** Opens its «No cortar» while receipts are held, if its claimant showed that they know the supply. */
      holdKey: z.string().optional(),
      cargoReady: z.boolean(),
    }),
  refusals: ["claim-not-found", "too-many-attempts"],
});

export const downloadOpenCargo = defineRoute({
  method: "POST",
  path: "/open/claim-cargos",
  audience: "anyone",
  summary:
    "Returns an address, good for a minute, to download the cargo of a claim by its code and key. Wrong attempts are limited per code and hour.",
  body: z.strictObject(keyFields),
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "too-many-attempts", "document-not-ready"],
});

export const askOpenContact = defineRoute({
  method: "POST",
  path: "/open/contact-codes",
  audience: "anyone",
  once: true,
  summary:
    "Sends six digits to the mobile or mail of a claim filed without an account, to confirm it: six codes a day for a claim, and for a mobile or mail.",
  body: z.strictObject({
    ...keyFields,
    channel: z.enum(["sms", "email"], { error: "Elige por dónde te lo enviamos." }),
  }),
  status: 200,
  answer: z.object({ channel: z.enum(["sms", "email"]), until: z.string() }),
  refusals: ["claim-not-found", "too-many-attempts", "not-now"],
});

export const confirmOpenContact = defineRoute({
  method: "POST",
  path: "/open/contacts",
  audience: "anyone",
  once: true,
  summary:
    "Confirms the mobile or mail of a claim by the digits that were sent to it: the claim then takes its places for visit and hearing, as one filed from an account does.",
  body: z.strictObject({
    ...keyFields,
    digits: z.string({ error: "Escribe el código." }).regex(/^\d{6}$/, "El código tiene 6 dígitos."),
  }),
  status: 200,
  answer: z.object({
    contactConfirmed: z.literal(true),
    visit: filedClaim.shape.visit,
    hearing: filedClaim.shape.hearing,
    awaitsAppointments: z.literal(true).optional(),
  }),
  refusals: ["claim-not-found", "too-many-attempts", "not-confirmed", "not-now"],
});

export const fileOpenRecourse = defineRoute({
  method: "POST",
  path: "/open/recourses",
  audience: "anyone",
  once: true,
  summary:
    "Files a reconsideration or an appeal without an account, by the claim's code and its key or its claimant's document. Whoever has neither right files it as a document.",
  body: recourseFields
    .extend({
      code: claimCode,
      claimKey: secretKey.optional(),
      document: personDocument.optional(),
      draftId: openDraftId,
    })
    .refine(({ claimKey, document }) => claimKey !== undefined || document !== undefined, {
      path: ["document", "number"],
      error: "Escribe tu documento, o la clave que está en tu cargo.",
    }),
  status: 201,
  answer: z.object({
    submissionNumber: z.string(),
    /** With the number it opens what was presented and its cargo. */
    submissionKey: z.string(),
    filedAt: z.string(),
    filedOn: z.string(),
    /** It was filed after its term, and goes all the same to whoever must judge that. */
    late: z.boolean(),
    /** Of a reconsideration, the last day to notify what the company decides. */
    answerBy: z.string().optional(),
    /** Of a reconsideration that came without new evidence. */
    lacksEvidence: z.literal(true).optional(),
  }),
  refusals: ["claim-not-found", "too-many-attempts", "upload-not-found", "not-now"],
});

export const stopOpenNews = defineRoute({
  method: "POST",
  path: "/open/receipt-news/{newsKey}/stop",
  audience: "anyone",
  summary:
    "Ends, by the key in a message, the messages about new receipts (RFC 8058: mail programs post here). A body is ignored.",
  params: z.strictObject({ newsKey: secretKey }),
  status: 200,
  answer: z.object({ stopped: z.literal(true) }),
  refusals: ["news-not-found"],
});
