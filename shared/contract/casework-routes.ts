import * as z from "zod";
import { type Confirmation, confirmationsIn, type IntakeChannel } from "../domain/act-on-behalf.ts";
import { bounceReasons, callResults, caseNoteTypes } from "../domain/case-events.ts";
import {
  agreements,
  claimEventTypes,
  dismissalGrounds,
  meterTestResults,
  noticeChannels,
  quejaOutcomes,
  recourseKinds,
  resolutionOutcomes,
  tribunalOutcomes,
  visitOutcomes,
} from "../domain/claim-events.ts";
import { claimTypes, recordKinds, reportKinds } from "../domain/claim-types.ts";
import { controlLeaks, controlOutcomes, hourPattern, hoursPattern, noticeMeans } from "../domain/control-file.ts";
import { riskReasons } from "../domain/late-risk.ts";
import { connectionStates } from "../domain/register-file.ts";
import { billingTypes, categories } from "../domain/tariff.ts";
import { queues } from "../domain/work-list.ts";
import {
  attachmentDownload,
  caseReaders,
  claimForm,
  claimParams,
  httpsLink,
  idField,
  mobile,
  page,
  plannedVisit,
  receiver,
  standing,
  uploadIds,
  words,
} from "./claim-fields.ts";
import { caseView, claimSummary, filedClaim, filedQueja, waitingAppointments } from "./claim-views.ts";
import {
  agreementConfirmation,
  came,
  cameOrFiled,
  confirmation,
  extensionFields,
  hearingChoiceFields,
  newEvidenceFields,
  offerAnswerFields,
  presented,
  quejaFields,
  recourseFields,
  remedyFields,
  unconfirmedAct,
  withdrawalFields,
} from "./claimant-acts.ts";
import { day, instant, period } from "./fields.ts";
import { externalInspection, internalInspection, meterReading } from "./inspection-fields.ts";
import { defineRoute } from "./route.ts";

export const searchSupplies = defineRoute({
  method: "POST",
  path: "/desk/supply-searches",
  audience: "staff",
  roles: ["operator", "clerk", "analyst", "manager"],
  summary:
    "A supply by its code, with its receipts and claims; whether a document is its holder's is told, never whose.",
  body: z.strictObject({
    supplyCode: words("Escribe el código de suministro.", 20),
    documentNumber: z.string().trim().max(20).optional(),
  }),
  status: 200,
  answer: z.object({
    supplyCode: z.string(),
    /** Absent when no document was given, or the utility holds none. */
    holder: z.enum(["matches", "does-not-match", "not-on-record"]).optional(),
    /** What the supply is by its newest receipt or a newer register; services as the register has them, if it does. */
    today: z.object({
      category: z.enum(categories),
      useUnits: z.number(),
      asOf: z.string(),
      water: z.enum(connectionStates).optional(),
      sewer: z.enum(connectionStates).optional(),
    }),
    receipts: z.array(
      z.object({
        number: z.string(),
        period: z.string(),
        m3: z.number(),
        amount: z.string(),
        dueDate: z.string(),
        status: z.string(),
        claimUntil: z.string(),
      }),
    ),
    claims: z.array(claimSummary),
  }),
  refusals: ["supply-not-found"],
});

export const takeClaim = defineRoute({
  method: "POST",
  path: "/desk/claims",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  summary: "Files a claim that somebody tells by telephone or at the counter; the history says who typed it.",
  body: claimForm.extend({
    supplyCode: words("Escribe el código de suministro.", 20),
    channel: z.enum(["telephone", "counter"], { error: "Elige cómo llegó el reclamo." }),
    /** How the person declared, if they did: aloud, or with their signature. */
    declaredBy: z.enum(["voice", "signature"], { error: "Elige cómo lo declaró." }).optional(),
  }),
  status: 201,
  answer: filedClaim.extend({
    /** What was observed at filing, to be told on the call, and the last day to mend it. */
    observed: z.object({ defects: z.array(z.string()), until: z.string().optional() }).optional(),
  }),
  refusals: ["supply-not-found", "receipt-not-found", "upload-not-found", "not-now"],
});

export const listWork = defineRoute({
  method: "GET",
  path: "/desk/claims",
  audience: "staff",
  roles: caseReaders,
  summary: "A work list by legal day, the first to end on top.",
  query: page.extend({ queue: z.enum(queues, { error: "Esa bandeja no existe." }) }),
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        /** What its hearing lacks, and on which day it is. */
        hearing: z.object({ on: z.string(), lacks: z.enum(["telephone", "link"]) }).optional(),
        /** A file of it was sent more than a day ago and has not passed its check: the office looks at why. */
        attachmentWaits: z.boolean(),
        appointmentsWait: waitingAppointments.optional(),
        /** Where it stands today, which may have passed on since the list was written. */
        queue: z.enum(queues),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const listLateRisks = defineRoute({
  method: "GET",
  path: "/desk/late-risks",
  audience: "staff",
  roles: ["manager"],
  summary: "Decisions that may be notified late, the first to end on top, and what each lacks.",
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        reason: z.enum(riskReasons),
        /** The last day to notify, and the working days left until it. */
        notifyBy: z.string(),
        workingDays: z.number(),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

export const showCase = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}",
  audience: "staff",
  roles: [...caseReaders, "inspector"],
  summary: "The whole case file.",
  params: claimParams,
  status: 200,
  answer: caseView,
  refusals: ["claim-not-found"],
});

export const downloadCaseAttachment = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/documents/{documentId}",
  audience: "staff",
  roles: [...caseReaders, "inspector"],
  summary:
    "An address to download a paper or document of the case, and those of the pictures of its pages, for a minute.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: attachmentDownload,
  refusals: ["claim-not-found", "document-not-found"],
});

const sentNotice = z
  .object({
    /** Of the entry that was told, and its type. */
    seq: z.number(),
    of: z.enum([...claimEventTypes, ...caseNoteTypes]),
    channel: z.enum(["email", "sms"]),
    /** Masked. */
    to: z.string().optional(),
    subject: z.string(),
    /** Of what stands in the evidence; absent for what was sent before it was kept there. */
    sha256: z.string().optional(),
    /** What its provider calls it. */
    messageId: z.string().optional(),
    sentAt: z.string(),
    /** At its addressee's server or carrier: no proof that anybody read it. */
    deliveredAt: z.string().optional(),
    delayedAt: z.string().optional(),
    bouncedAt: z.string().optional(),
    bounce: z.enum(bounceReasons).optional(),
    /** Taken for spam. */
    complainedAt: z.string().optional(),
    acknowledgedAt: z.string().optional(),
  })
  .meta({ id: "SentNotice" });

export const listSentNotices = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/sent-notices",
  audience: "staff",
  roles: [...caseReaders],
  summary: "What was sent to the claimant by mail or text message, the last first, with what became of each.",
  params: claimParams,
  status: 200,
  answer: z.object({ sent: z.array(sentNotice) }),
  refusals: ["claim-not-found"],
});

export const showSentNotice = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/sent-notices/{seq}",
  audience: "staff",
  roles: [...caseReaders],
  summary: "What was sent, word for word, without the keys and codes in it.",
  params: claimParams.extend({ seq: idField("Ese aviso no existe.") }),
  status: 200,
  answer: sentNotice.extend({ text: z.string() }),
  refusals: ["claim-not-found", "notice-not-found"],
});

/** Edits of a case state the version they were made on, and answer the case after them. */
const edit = {
  method: "POST",
  audience: "staff",
  once: true,
  versioned: true,
  params: claimParams,
  status: 200,
  answer: caseView,
} as const;

export const admitClaim = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/admission",
  roles: ["clerk", "analyst"],
  summary: "Accepts a claim, or proposes to dismiss it: a reasoned resolution is still owed in its term.",
  body: z
    .strictObject({
      outcome: z.enum(["accepted", "dismissal"], { error: "Elige si se admite." }),
      ground: z.enum(dismissalGrounds).optional(),
      reason: z.string().trim().max(1000).default(""),
    })
    .refine(({ outcome, ground, reason }) => outcome === "accepted" || (ground !== undefined && reason !== ""), {
      path: ["reason"],
      error: "Escribe la causal y el motivo.",
    }),
  refusals: ["claim-not-found", "not-now"],
});

export const reclassifyClaim = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/type",
  roles: ["analyst"],
  summary:
    "Corrects the type of a claim (encauzamiento): its evidence and inspections follow it, its claimant is told.",
  body: z.strictObject({
    claimType: z.enum(claimTypes, { error: "Elige el tipo de reclamo." }),
    reason: words("Escribe por qué es de ese tipo.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const giveAppointments = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/places",
  roles: ["analyst"],
  summary:
    "Gives a day to the visit and the hearing of a claim that was filed without, within their terms: the first free places.",
  body: z.strictObject({ reason: words("Escribe por qué le das lugar.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});

export const joinClaims = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/joined",
  roles: ["analyst"],
  summary:
    "Joins a claim that waits for its places with another of its supply (acumulación): they share visit and hearing, and each keeps its terms and gets its answer.",
  body: z.strictObject({
    code: words("Escribe el código del otro reclamo.", 40),
    reason: words("Escribe por qué van juntos.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const observeClaim = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/observation",
  roles: ["operator", "clerk", "analyst"],
  summary:
    "Says what is missing, once: from its notice on the claimant has the days of the law to mend it and the clocks stop.",
  body: z.strictObject({ defects: z.array(words("Escribe qué falta.", 300)).min(1, "Escribe qué falta.").max(5) }),
  refusals: ["claim-not-found", "not-now"],
});

export const notifyObservation = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/observation-notice",
  roles: ["operator", "clerk", "analyst"],
  summary:
    "Records that the claimant was told what is missing, by telephone, at the counter or at the address: their term starts.",
  body: z
    .strictObject({
      how: z.enum(["notified-by-telephone", "notified-in-person", "delivered"], { error: "Elige cómo se le avisó." }),
      /** Of a delivery; absent: now. */
      deliveredAt: instant("Escribe cuándo fue.").optional(),
      receiver: receiver.optional(),
      premises: z.string().trim().max(500).optional(),
      uploadIds,
    })
    .refine(({ how, receiver: by }) => how !== "delivered" || by, {
      path: ["receiver"],
      error: "Escribe quién recibió.",
    }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const sendCopy = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/copy",
  roles: ["operator", "clerk"],
  summary: "Records that the copy of a telephone claim was sent by letter; by mail and text it is recorded by itself.",
  body: z.strictObject({ channel: z.enum(["letter"], { error: "Elige cómo se envió." }) }),
  refusals: ["claim-not-found", "not-now"],
});

export const listInspections = defineRoute({
  method: "GET",
  path: "/desk/inspections",
  audience: "staff",
  roles: ["inspector", "analyst", "manager"],
  summary:
    "An inspector's stops of a day, in order, each with the other claims it serves; without an inspector, the caller's own.",
  query: z.object({ date: day, inspector: idField("Ese inspector no existe.").optional() }),
  status: 200,
  answer: z.object({
    inspections: z.array(
      plannedVisit.extend({
        claimId: z.string(),
        code: z.string(),
        version: z.number(),
        supplyCode: z.string(),
        address: z.string(),
        claimantName: z.string(),
        telephone: z.string().optional(),
        reported: z.boolean(),
        /** Other claims of the supply that the same visit serves, by their code: it is reported once. */
        alsoFor: z.array(z.string()),
      }),
    ),
  }),
  refusals: ["not-your-role"],
});

export const reportInspection = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/inspections/{inspectionId}/report",
  audience: "staff",
  roles: ["inspector"],
  once: true,
  summary:
    "The acta of a visit, inside and outside, and what was handed over for an observed claim; nobody there or not let in plans one more visit.",
  params: claimParams.extend({ inspectionId: idField("Esa visita no existe.") }),
  body: z
    .strictObject({
      outcome: z.enum(visitOutcomes, { error: "Elige cómo fue la visita." }),
      startedAt: instant("Escribe cuándo empezó la visita."),
      endedAt: instant("Escribe cuándo terminó la visita.").optional(),
      attendedBy: z
        .strictObject({
          name: words("Escribe quién te atendió.", 120),
          relation: words("Escribe qué es del titular.", 60),
        })
        .optional(),
      /** Why who attended does not sign the acta. */
      unsigned: z.string().trim().max(300).optional(),
      external: externalInspection,
      internal: internalInspection.optional(),
      observations: z.string().trim().max(1000).default(""),
      /** What the person handed over to mend an observation: its attachments are among the files. */
      remedy: words("Escribe qué te entregaron.", 500).optional(),
      uploadIds,
    })
    .refine(({ startedAt, endedAt = startedAt }) => endedAt >= startedAt, {
      path: ["endedAt"],
      error: "La visita no puede terminar antes de empezar.",
    }),
  status: 200,
  answer: claimSummary,
  refusals: ["claim-not-found", "inspection-not-found", "upload-not-found", "already-reported", "not-now"],
});

export const makeOffer = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/offers",
  roles: ["conciliator"],
  summary: "Offers to bill another volume, priced on the receipt by its own price list.",
  body: z.strictObject({
    /** Which of the claimed receipts; absent where there is one. */
    receiptNumber: z.string().trim().max(30).optional(),
    m3: z.number({ error: "Escribe los m³ que propones." }).int().min(0).max(100_000),
    terms: words("Escribe en qué consiste la propuesta.", 1000),
    until: day,
  }),
  refusals: ["claim-not-found", "not-now", "cannot-price"],
});

export const setHearingLink = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/hearing-link",
  roles: ["conciliator", "analyst"],
  summary: "Enters the link of a hearing by video, for its day and hour: the claimant is told.",
  body: z.strictObject({ link: httpsLink }),
  refusals: ["claim-not-found", "not-now"],
});

export const recordHearing = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/acta",
  roles: ["conciliator"],
  summary:
    "The acta of the hearing: total, partial or no agreement, or absence; on its date whatever evidence is missing.",
  body: z
    .strictObject({
      agreement: z.enum(agreements, { error: "Elige el resultado de la audiencia." }),
      startedAt: instant("Escribe cuándo empezó."),
      endedAt: instant("Escribe cuándo terminó.").optional(),
      standing: standing.optional(),
      attendedBy: z.string().trim().max(120).optional(),
      /** Another than who records it, for the company. */
      companyBy: z
        .strictObject({
          name: words("Escribe quién fue por la empresa.", 120),
          charge: words("Escribe el cargo de quien fue por la empresa.", 80),
        })
        .optional(),
      companyProposal: z.string().trim().max(1000).default(""),
      claimantProposal: z.string().trim().max(1000).default(""),
      agreed: z.string().trim().max(1000).default(""),
      disagreed: z.string().trim().max(1000).default(""),
      observations: z.string().trim().max(1000).default(""),
      acceptedOfferId: idField("Esa propuesta no existe.").optional(),
      /** Of what was agreed, where it is no offer that was accepted. */
      confirmation: agreementConfirmation.optional(),
    })
    .refine(({ startedAt, endedAt = startedAt }) => endedAt >= startedAt, {
      path: ["endedAt"],
      error: "La audiencia no puede terminar antes de empezar.",
    })
    .refine(({ agreement, standing: attended }) => agreement === "none" || agreement === "absence" || attended, {
      path: ["standing"],
      error: "Di en qué calidad asistió quien acuerda.",
    })
    .refine(
      ({ agreement, attendedBy }) => agreement === "none" || agreement === "absence" || (attendedBy ?? "") !== "",
      {
        path: ["attendedBy"],
        error: "Escribe quién asistió y acuerda.",
      },
    )
    .refine(({ agreement, agreed }) => agreement === "none" || agreement === "absence" || agreed !== "", {
      path: ["agreed"],
      error: "Escribe en qué quedaron.",
    }),
  refusals: ["claim-not-found", "not-now", "offer-not-found", "upload-not-found", "not-confirmed"],
});

/** Whether each receipt is decided once. */
function isEachOnce(months: readonly { readonly receiptNumber: string }[]): boolean {
  return new Set(months.map(({ receiptNumber }) => receiptNumber)).size === months.length;
}
const decidedOnce = "Decide cada recibo una sola vez.";

export const saveResolution = defineRoute({
  ...edit,
  method: "PUT",
  path: "/desk/claims/{claimId}/resolution",
  roles: ["resolver"],
  summary: "Saves the draft of the resolution.",
  body: z.strictObject({
    outcome: z.enum(resolutionOutcomes, { error: "Elige el sentido de la decisión." }),
    decision: words("Escribe qué se decide.", 2000),
    reasons: words("Escribe por qué.", 8000),
    /** Each month apart: its own decision where it is not the whole's, and the m³ it is left at. */
    months: z
      .array(
        z.strictObject({
          receiptNumber: words("Elige el recibo.", 30),
          outcome: z.enum(resolutionOutcomes).optional(),
          correctedM3: z.number().int().min(0).max(100_000).optional(),
          /** Why it departs from the rule of an atypical month without a leak. */
          departure: z.string().trim().max(1000).optional(),
        }),
      )
      .max(24)
      .refine(isEachOnce, decidedOnce)
      .default([]),
    /** When the draft it was written over was saved; absent for a first one. */
    basedOn: z.string().max(40).optional(),
  }),
  refusals: ["claim-not-found", "receipt-not-found", "not-now"],
});

export const overrideChecklist = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/overrides",
  roles: ["resolver", "signer", "manager"],
  summary: "Lets a decision go without evidence that is missing, in writing: by another than who drafts or sends it.",
  body: z.strictObject({
    items: z.array(idField("Esa prueba no existe.")).min(1, "Elige qué prueba se dispensa.").max(20),
    reason: words("Escribe por qué se decide sin esa prueba.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const dispatchNotice = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/notices",
  roles: ["clerk"],
  summary: "Sends the decision: by e-mail or to the mailbox of who agreed to it, or to be taken to the address.",
  body: z.strictObject({ channel: z.enum(noticeChannels, { error: "Elige cómo se notifica." }) }),
  refusals: ["claim-not-found", "not-now", "no-consent"],
});

export const recordDelivery = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/delivery",
  roles: ["clerk"],
  summary:
    "The record of a personal delivery: to whom, when, how; nobody there leaves a notice with a new date, and what is written down late waits for another person.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z
    .strictObject({
      outcome: z.enum(["delivered", "refused", "absent", "left-under-door"], { error: "Elige cómo fue la entrega." }),
      deliveredAt: instant("Escribe cuándo fue."),
      receiver: receiver.optional(),
      premises: z.string().trim().max(500).optional(),
      nextOn: day.optional(),
      deviceTime: instant("Escribe la hora del equipo.").optional(),
      uploadIds,
    })
    .refine(({ outcome, receiver }) => outcome !== "delivered" || receiver, {
      path: ["receiver"],
      error: "Escribe quién recibió.",
    })
    .refine(({ outcome, premises }) => outcome === "delivered" || (premises ?? "") !== "", {
      path: ["premises"],
      error: "Describe el predio: así se prueba que se fue.",
    })
    .refine(({ outcome, nextOn }) => outcome !== "absent" || nextOn, {
      path: ["nextOn"],
      error: "Escribe la nueva fecha que dejaste en el aviso.",
    }),
  refusals: ["claim-not-found", "notice-not-found", "upload-not-found", "not-now"],
});

export const confirmDelivery = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/delivery-confirmation",
  roles: ["operator", "clerk", "analyst"],
  summary: "Confirms a delivery that was written down late: by another than who wrote it, who was there.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z.strictObject({
    wasThere: z.literal(true, { error: "Confirma solo una entrega en la que estuviste." }),
  }),
  refusals: ["claim-not-found", "notice-not-found", "not-now"],
});

export const reclassifyRecourse = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/recourse-kind",
  roles: ["analyst"],
  summary: "Takes a recourse for what it is and not for its label (encauzamiento): its claimant is told why.",
  body: z.strictObject({
    as: z.enum(recourseKinds, { error: "Elige qué recurso es." }),
    reason: words("Escribe por qué es ese recurso.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const elevateFile = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/elevation",
  roles: ["clerk", "analyst"],
  summary: "Records that the tribunal received the file.",
  body: z.strictObject({
    receivedAt: instant("Escribe cuándo lo recibió el tribunal."),
    reference: words("Escribe el número con que lo recibió el tribunal.", 60),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const recordTribunal = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/tribunal-decision",
  roles: ["clerk", "analyst"],
  summary: "Records what the tribunal decided.",
  body: z
    .strictObject({
      outcome: z.enum(tribunalOutcomes, { error: "Elige qué decidió el tribunal." }),
      number: words("Escribe el número de la resolución.", 60),
      receivedAt: instant("Escribe cuándo se recibió."),
      summary: words("Escribe qué decidió.", 2000),
      termDays: z.number().int().min(1).max(60).optional(),
      /** What it decided of receipts, where it is put in figures: these are then billed again, or due. */
      months: z
        .array(
          z.strictObject({
            receiptNumber: z.string().max(40),
            outcome: z.enum(resolutionOutcomes, { error: "Elige qué se decidió de ese recibo." }),
            correctedM3: z.number().int().min(0).max(99_999).optional(),
          }),
        )
        .max(24)
        .refine(isEachOnce, decidedOnce)
        .optional(),
      uploadIds,
    })
    .refine(({ outcome, termDays }) => !outcome.startsWith("back-") || termDays !== undefined, {
      path: ["termDays"],
      error: "Escribe el plazo que dio el tribunal.",
    }),
  refusals: ["claim-not-found", "upload-not-found", "receipt-not-found", "cannot-price", "not-now"],
});

export const executeDecision = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/execution",
  roles: ["billing"],
  summary: "Records that what was decided was done.",
  body: z.strictObject({
    summary: words("Escribe qué se hizo.", 1000),
    reference: words("Escribe el documento del sistema comercial.", 60),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const findNumber = defineRoute({
  method: "GET",
  path: "/desk/numbers/{number}",
  audience: "staff",
  // A supervisor sees what their access lets them see, from the lists.
  roles: caseReaders.filter((role) => role !== "external-supervisor"),
  summary:
    "What a number of the office names, as people write it: a claim, a request, a document, an entry of the book.",
  params: z.strictObject({ number: z.string().max(40, "Ese número es demasiado largo.") }),
  status: 200,
  answer: z.object({ what: z.enum(["claim", "problem", "submission", "observation"]), id: z.string() }),
  refusals: ["number-not-found"],
});

export const countWork = defineRoute({
  method: "GET",
  path: "/desk/claim-counts",
  audience: "staff",
  roles: caseReaders,
  summary:
    "How many claims wait on each list, those of which the day is over, and those that end within three working days.",
  status: 200,
  answer: z.object({
    queues: z.array(
      z.object({ queue: z.enum(queues), total: z.number(), overdue: z.number(), soon: z.number(), more: z.boolean() }),
    ),
  }),
  refusals: [],
});

/** What a claimant does who telephones or comes: staff write it down on whatever the case is by then, as they would. */
const taken = {
  method: "POST",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  params: claimParams,
  status: 200,
  answer: caseView,
} as const;

/** Whether what confirms an act fits how its person came, as `waysToConfirm` has it. */
function isConfirmable({
  came: how,
  confirmation: { by },
}: {
  readonly came: IntakeChannel;
  readonly confirmation: { readonly by: Confirmation["by"] };
}): boolean {
  return confirmationsIn(how).has(by);
}
const unconfirmable = {
  path: ["confirmation"],
  error:
    "Quien llama por teléfono confirma con el código, o con su voz si no tiene celular ni correo; quien viene puede firmar, y un documento presentado se toma como está.",
};

/** An act brought as a document names it, and no other does. */
function isBrought({ came: how, presented: brought }: { came: string; presented?: object | undefined }): boolean {
  return (how === "document-desk") === (brought !== undefined);
}
const unbrought = { path: ["presented"], error: "Di qué documento presentó, y cuándo." };

/** An attachment is what confirms an act or what proves it, not both. */
function isApart({
  uploadIds: proofs,
  ...said
}: {
  uploadIds: readonly string[];
  confirmation?: object | undefined;
  presented?: object | undefined;
}): boolean {
  const paper = said.confirmation ?? said.presented;
  const ids = paper && "uploadIds" in paper && Array.isArray(paper.uploadIds) ? paper.uploadIds : [];
  return !ids.some((id) => proofs.includes(id));
}
const twice = { path: ["uploadIds"], error: "El papel firmado no es también una prueba: agrega ahí otro archivo." };

export const takeRemedy = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/remedy",
  summary: "Writes down how a claimant who telephones or comes answers an observation.",
  body: remedyFields
    .extend({ came: cameOrFiled, presented: presented.optional() })
    .refine(isBrought, unbrought)
    .refine(isApart, twice),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const takeNewEvidence = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/new-evidence",
  summary: "Writes down the new evidence that a claimant brings for their reconsideration.",
  body: newEvidenceFields
    .extend({ came: cameOrFiled, presented: presented.optional() })
    .refine(isBrought, unbrought)
    .refine(isApart, twice),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const takeExtension = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/extension",
  summary: "Writes down what a claimant who telephones or comes adds within the first days.",
  body: extensionFields
    .extend({ came: cameOrFiled, presented: presented.optional() })
    .refine(isBrought, unbrought)
    .refine(isApart, twice),
  refusals: ["claim-not-found", "receipt-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const takeOfferAnswer = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/offers/{offerId}/answer",
  summary: "Writes down the answer to an offer of a claimant who telephones or comes.",
  params: claimParams.extend({ offerId: idField("Esa propuesta no existe.") }),
  body: offerAnswerFields.extend({ came }),
  refusals: ["claim-not-found", "offer-not-found", "not-now"],
});

export const takeHearingChoice = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/hearing-choice",
  summary: "Writes down how a claimant who telephones or comes wants their hearing held, and where they are called.",
  body: hearingChoiceFields.extend({ came }),
  refusals: ["claim-not-found", "not-now"],
});

export const logHearingCall = defineRoute({
  ...taken,
  roles: ["operator", "conciliator"],
  path: "/desk/claims/{claimId}/hearing-calls",
  summary: "Logs a call to a claimant who is missing from their hearing: needed before their absence is recorded.",
  body: z.strictObject({
    number: mobile,
    result: z.enum(callResults, { error: "Elige qué pasó con la llamada." }),
    /** Absent: now. */
    calledAt: instant("Escribe cuándo se llamó.").optional(),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const askConfirmation = defineRoute({
  ...taken,
  roles: ["operator", "clerk", "conciliator"],
  path: "/desk/claims/{claimId}/confirmations",
  summary: "Sends the claimant, at the claim's own telephone or mail, a code that confirms what was written down.",
  body: z.strictObject({
    channel: z.enum(["email", "sms"], { error: "Elige por dónde se envía el código." }),
    what: unconfirmedAct,
  }),
  answer: z.object({ channel: z.enum(["email", "sms"]), until: z.string() }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const takeWithdrawal = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/withdrawal-request",
  summary: "Files the withdrawal that a claimant who telephones or comes asks for, once they confirm it.",
  body: withdrawalFields.extend({ came: cameOrFiled, confirmation }).refine(isConfirmable, unconfirmable),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-confirmed", "not-now"],
});

export const takeRecourse = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/recourses",
  summary: "Files the recourse of a claimant who telephones or comes, once they confirm it, at the document desk.",
  body: recourseFields
    .extend({ came: cameOrFiled, confirmation })
    .refine(isConfirmable, unconfirmable)
    .refine(isApart, twice),
  status: 201,
  answer: z.object({
    submissionId: z.string(),
    submissionNumber: z.string(),
    filedAt: z.string(),
    filedOn: z.string(),
    late: z.boolean(),
    claim: caseView,
  }),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-confirmed", "not-now"],
});

export const takeQueja = defineRoute({
  ...taken,
  path: "/desk/claims/{claimId}/complaints",
  summary: "Files the queja of a claimant who telephones, comes or handed in a document, at the document desk.",
  body: quejaFields
    .extend({ came: cameOrFiled, presented: presented.optional() })
    .refine(isBrought, unbrought)
    .refine(isApart, twice),
  status: 201,
  answer: z.object({ ...filedQueja, claim: caseView }),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const listQuejas = defineRoute({
  method: "GET",
  path: "/desk/complaints",
  audience: "staff",
  roles: ["clerk", "analyst", "manager"],
  summary: "Claims with a queja that waits to be sent on or answered, the oldest first.",
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        submissionNumber: z.string(),
        forwarded: z.boolean(),
        until: z.string(),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

export const forwardQueja = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/complaints/forwarding",
  roles: ["clerk", "analyst"],
  summary: "Records that a queja was sent, with a copy of the file, to who decides it by law.",
  body: z.strictObject({ reference: words("Escribe el número con que se envió.", 60) }),
  refusals: ["claim-not-found", "not-now"],
});

export const answerQueja = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/complaints/answer",
  roles: ["clerk", "analyst"],
  summary: "Records what came back on a queja.",
  body: z.strictObject({
    outcome: z.enum(quejaOutcomes, { error: "Elige qué se decidió." }),
    receivedAt: instant("Escribe cuándo se recibió."),
    summary: words("Escribe qué decidió.", 2000),
    uploadIds,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

/** How the claimant is told: by staff, now or when it was handed over; or by an e-mail that counts once acknowledged. */
const alarmLines = {
  how: z.enum(["notified-by-telephone", "notified-in-person", "delivered", "email"], {
    error: "Elige cómo se le avisó.",
  }),
  /** Of a delivery; absent: now. */
  deliveredAt: instant("Escribe cuándo fue.").optional(),
};

export const addEvidence = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/evidence",
  roles: ["analyst", "clerk", "billing"],
  summary: "Adds what an area of the company holds or reports to the evidence, or who looked and found no records.",
  body: z
    .strictObject({
      kind: z.enum(reportKinds, { error: "Elige qué prueba es." }),
      summary: words("Escribe qué dice.", 1000),
      /** Who looked for the records and found none. */
      noneFoundBy: z.string().trim().min(1, "Escribe quién lo revisó.").max(120).optional(),
      uploadIds,
    })
    .refine(({ noneFoundBy, uploadIds: ids }) => noneFoundBy !== undefined || ids.length > 0, {
      path: ["uploadIds"],
      error: "Agrega el documento, o escribe quién revisó que no hay registros.",
    })
    .refine(({ kind, noneFoundBy }) => noneFoundBy === undefined || recordKinds.includes(kind), {
      path: ["noneFoundBy"],
      error: "Esa prueba se agrega con su documento: siempre debe existir.",
    }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const recordControl = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/billing-controls",
  roles: ["analyst"],
  summary: "Records the control of a claimed month before its bill, where the commercial system did not deliver it.",
  body: z
    .strictObject({
      period,
      notice: z
        .strictObject({
          on: day,
          at: z.string().regex(hourPattern, "Escribe la hora, como 09:30."),
          means: z.enum(noticeMeans, { error: "Elige cómo se avisó." }),
          receiver: z.string().trim().max(120).optional(),
        })
        .optional(),
      inspection: z
        .strictObject({
          on: day,
          hours: z.string().regex(hoursPattern, "Escribe la franja, como 08:00-10:00."),
          outcome: z.enum(controlOutcomes, { error: "Elige cómo fue la inspección." }),
          leak: z.enum(controlLeaks).optional(),
          reading: z.number().int().min(0).max(9_999_999).optional(),
        })
        .refine(({ outcome, leak }) => leak === undefined || outcome === "REALIZADA" || outcome === "PARCIAL", {
          path: ["leak"],
          error: "Nadie encuentra una fuga sin entrar.",
        })
        .optional(),
      billedBy: z.enum(billingTypes, { error: "Elige cómo se facturó." }),
    })
    .refine(({ notice, inspection }) => notice || inspection, {
      path: ["notice"],
      error: "Escribe el aviso o la inspección que consta.",
    }),
  refusals: ["claim-not-found", "not-now"],
});

export const recordStandingProof = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/standing-proof",
  roles: ["operator", "clerk", "analyst", "conciliator"],
  summary:
    "Records what a claimant whose document is not the register's showed: withdrawal and agreement wait no more.",
  body: z.strictObject({ shown: words("Escribe qué mostró.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});

export const requireRepair = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/leak-requirement",
  roles: ["analyst", "clerk"],
  summary: "Requires the repair of a non-visible leak: the term runs from when the claimant was told.",
  body: z.strictObject({ ...alarmLines, text: words("Escribe qué fuga es y qué hay que reparar.", 1000) }),
  refusals: ["claim-not-found", "no-consent", "not-now"],
});

export const askNewEvidence = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/new-evidence-request",
  roles: ["analyst", "resolver"],
  summary:
    "Asks once for the new evidence a reconsideration came without: the term runs from when the claimant was told.",
  body: z.strictObject({ ...alarmLines, text: words("Escribe qué prueba hace falta.", 1000) }),
  refusals: ["claim-not-found", "no-consent", "not-now"],
});

export const verifyRepair = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/leak-verification",
  roles: ["inspector"],
  summary: "What the visit that verifies a repair found.",
  body: z.strictObject({
    verifiedAt: instant("Escribe cuándo fue la visita."),
    repaired: z.boolean({ error: "Di si la fuga se reparó." }),
    before: meterReading,
    after: meterReading,
    minutes: z.number({ error: "Escribe cuántos minutos duró la prueba." }).int().min(1).max(240),
    observations: words("Escribe qué se reparó y quién atendió.", 1000),
    uploadIds,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const askMeterTest = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/meter-test-request",
  roles: ["operator", "clerk"],
  summary: "Writes down that the claimant asks for the meter to be tested, and that they were told who pays.",
  body: z.strictObject({
    costAccepted: z.literal(true, { error: "Explica quién paga la contrastación antes de pedirla." }),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const orderMeterTest = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/meter-test",
  roles: ["analyst"],
  summary: "Orders a meter test for a day that leaves time to tell it and to decide.",
  body: z.strictObject({
    testOn: day,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Escribe la hora, como 09:30."),
    tester: words("Escribe qué empresa autorizada la hace.", 120),
    place: words("Escribe dónde se hace.", 200),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const notifyMeterTest = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/meter-test-notice",
  roles: ["analyst", "clerk"],
  summary: "Records that the claimant was told when and where the meter is tested.",
  body: z.strictObject(alarmLines),
  refusals: ["claim-not-found", "no-consent", "not-now"],
});

export const reportMeterTest = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/meter-test-report",
  roles: ["analyst", "inspector"],
  summary: "The result of a meter test; who pays follows from it.",
  body: z.strictObject({
    result: z.enum(meterTestResults, { error: "Elige el resultado." }),
    certificate: words("Escribe el número del informe.", 60),
    errorPercent: z.number().min(-100).max(1000).optional(),
    uploadIds,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const moveHearing = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/hearing",
  roles: ["analyst", "conciliator"],
  summary:
    "Moves the hearing, once, to wait for a repair or a meter test; its new place is the first free from a day on.",
  body: z.strictObject({
    reason: z.enum(["leak-repair", "meter-test", "tribunal"], { error: "Elige por qué se mueve." }),
    on: day,
  }),
  refusals: ["claim-not-found", "not-now"],
});
