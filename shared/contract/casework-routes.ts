import * as z from "zod";
import {
  agreements,
  dismissalGrounds,
  resolutionOutcomes,
  tribunalOutcomes,
  visitOutcomes,
} from "../domain/claim-events.ts";
import { queues } from "../domain/work-list.ts";
import {
  claimForm,
  claimParams,
  download,
  idField,
  page,
  plannedVisit,
  standing,
  uploadIds,
  words,
} from "./claim-fields.ts";
import { caseView, claimSummary, filedClaim } from "./claim-views.ts";
import { day, instant } from "./fields.ts";
import { defineRoute } from "./route.ts";

/** Who may look at any claim. */
const readers = [
  "operator",
  "clerk",
  "analyst",
  "conciliator",
  "resolver",
  "signer",
  "billing",
  "manager",
  "external-supervisor",
] as const;

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
  }),
  status: 201,
  answer: filedClaim,
  refusals: [
    "supply-not-found",
    "receipt-not-found",
    "upload-not-found",
    "telephone-holder-only",
    "holder-does-not-match",
    "not-now",
  ],
});

export const listWork = defineRoute({
  method: "GET",
  path: "/desk/claims",
  audience: "staff",
  roles: readers,
  summary: "A work list by legal day, the first to end on top.",
  query: page.extend({ queue: z.enum(queues, { error: "Esa bandeja no existe." }) }),
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        /** Where it stands today, which may have passed on since the list was written. */
        queue: z.enum(queues),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const showCase = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}",
  audience: "staff",
  roles: [...readers, "inspector"],
  summary: "The whole case file.",
  params: claimParams,
  status: 200,
  answer: caseView,
  refusals: ["claim-not-found"],
});

export const downloadCasePaper = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/documents/{documentId}",
  audience: "staff",
  roles: [...readers, "inspector"],
  summary: "An address to download a paper or document of the case, for a minute.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "document-not-found"],
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

export const observeClaim = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/observation",
  roles: ["clerk", "analyst"],
  summary: "Tells what is missing, once: the claimant has the days of the law to mend it and the clocks stop.",
  body: z.strictObject({ defects: z.array(words("Escribe qué falta.", 300)).min(1, "Escribe qué falta.").max(5) }),
  refusals: ["claim-not-found", "not-now"],
});

export const sendCopy = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/copy",
  roles: ["operator", "clerk"],
  summary: "Records that the copy of a telephone claim was sent.",
  body: z.strictObject({ channel: z.enum(["email", "sms", "letter"], { error: "Elige cómo se envió." }) }),
  refusals: ["claim-not-found", "not-now"],
});

export const listInspections = defineRoute({
  method: "GET",
  path: "/desk/inspections",
  audience: "staff",
  roles: ["inspector", "analyst", "manager"],
  summary: "An inspector's visits of a day, in order; without an inspector, the caller's own.",
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
      }),
    ),
  }),
  refusals: ["not-your-role"],
});

const reading = z.number({ error: "Escribe la lectura." }).min(0).max(9_999_999);

export const reportInspection = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/inspections/{inspectionId}/report",
  audience: "staff",
  roles: ["inspector"],
  once: true,
  summary: "The acta of a visit, inside and outside; nobody there or not let in plans one more visit.",
  params: claimParams.extend({ inspectionId: idField("Esa visita no existe.") }),
  body: z.strictObject({
    outcome: z.enum(visitOutcomes, { error: "Elige cómo fue la visita." }),
    startedAt: instant("Escribe cuándo empezó la visita."),
    attendedBy: z
      .strictObject({
        name: words("Escribe quién te atendió.", 120),
        relation: words("Escribe qué es del titular.", 60),
      })
      .optional(),
    external: z.strictObject({
      meterNumber: z.string().trim().max(30).optional(),
      reading: reading.optional(),
      meterWorks: z.boolean().optional(),
      leakAtBox: z.boolean({ error: "Di si hay fuga en la caja." }),
      premises: words("Describe el predio.", 500),
    }),
    internal: z
      .strictObject({
        occupants: z.number().int().min(0).max(500).optional(),
        useUnits: z.number().int().min(0).max(500).optional(),
        points: z
          .array(
            z.strictObject({
              kind: words("Escribe qué punto de agua es.", 40),
              count: z.number().int().min(0).max(200),
              leaking: z.number().int().min(0).max(200),
            }),
          )
          .max(20)
          .default([]),
        leakTest: z
          .strictObject({ before: reading, after: reading, minutes: z.number().int().min(1).max(240) })
          .optional(),
        leak: z.enum(["none", "visible", "non-visible"], { error: "Elige si hay fuga." }),
      })
      .optional(),
    observations: z.string().trim().max(1000).default(""),
    uploadIds,
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
    m3: z.number({ error: "Escribe los m³ que propones." }).int().min(0).max(100_000),
    terms: words("Escribe en qué consiste la propuesta.", 1000),
    until: day,
  }),
  refusals: ["claim-not-found", "not-now", "cannot-price"],
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
      standing: standing.optional(),
      attendedBy: z.string().trim().max(120).optional(),
      companyProposal: z.string().trim().max(1000).default(""),
      claimantProposal: z.string().trim().max(1000).default(""),
      agreed: z.string().trim().max(1000).default(""),
      disagreed: z.string().trim().max(1000).default(""),
      observations: z.string().trim().max(1000).default(""),
      acceptedOfferId: idField("Esa propuesta no existe.").optional(),
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
  refusals: ["claim-not-found", "not-now", "offer-not-found"],
});

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
    correctedM3: z.number().int().min(0).max(100_000).optional(),
    /** When the draft it was written over was saved; absent for a first one. */
    basedOn: z.string().max(40).optional(),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const acceptWithdrawal = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/withdrawal",
  roles: ["signer"],
  summary: "Accepts a withdrawal that was asked for.",
  body: z.strictObject({ reason: z.string().trim().max(500).default("") }),
  refusals: ["claim-not-found", "not-now"],
});

export const dispatchNotice = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/notices",
  roles: ["clerk"],
  summary: "Sends the decision: by e-mail to who agreed to it, or to be taken to the address.",
  body: z.strictObject({ channel: z.enum(["email", "personal"], { error: "Elige cómo se notifica." }) }),
  refusals: ["claim-not-found", "not-now", "no-consent"],
});

export const recordDelivery = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/delivery",
  roles: ["clerk"],
  summary: "The record of a personal delivery: to whom, when, how; nobody there leaves a notice with a new date.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z
    .strictObject({
      outcome: z.enum(["delivered", "refused", "absent", "left-under-door"], { error: "Elige cómo fue la entrega." }),
      deliveredAt: instant("Escribe cuándo fue."),
      receiver: z
        .strictObject({
          name: words("Escribe quién recibió.", 120),
          document: z.string().trim().max(20).optional(),
          relation: words("Escribe qué es del destinatario.", 60),
        })
        .optional(),
      premises: z.string().trim().max(500).optional(),
      nextOn: day.optional(),
      deviceTime: instant("Escribe la hora del equipo.").optional(),
      secondPerson: z.string().trim().max(120).optional(),
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
      uploadIds,
    })
    .refine(({ outcome, termDays }) => !outcome.startsWith("back-") || termDays !== undefined, {
      path: ["termDays"],
      error: "Escribe el plazo que dio el tribunal.",
    }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
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

export const countWork = defineRoute({
  method: "GET",
  path: "/desk/claim-counts",
  audience: "staff",
  roles: readers,
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
