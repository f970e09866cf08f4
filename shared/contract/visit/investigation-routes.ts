import * as z from "zod";
import { meterTestResults, visitOutcomes } from "../../domain/case/claim-events.ts";
import { recordKinds, reportKinds } from "../../domain/case/claim-types.ts";
import { controlLeaks, controlOutcomes, noticeMeans } from "../../domain/reading/control-file.ts";
import { readingVisitKinds } from "../../domain/reading/reading-round.ts";
import { billingTypes } from "../../domain/receipt/tariff.ts";
import type { CaptureKind, SigningWay } from "../../domain/visit/inspection.ts";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { actRoles, caseEdit, noticeFields } from "../case/case-edits.ts";
import { claimSummary, daysOwed } from "../claim/claim-views.ts";
import { claimParams, idField, languageChoice, plannedVisit, words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { day, hour, hours, instant, period } from "./fields.ts";
import {
  captures,
  causesFound,
  externalInspection,
  internalInspection,
  meterReading,
  testMinutes,
  visitSigning,
  visitUploadIds,
} from "./inspection-fields.ts";

/** What proves each way of signing. */
const proofOf = {
  "on-screen": "signature",
  "on-paper": "signed-paper",
  "at-request": "signed-paper",
  fingerprint: "signed-paper",
} as const satisfies Record<SigningWay, CaptureKind>;

const billedReading = z.object({ on: z.string(), reading: z.number(), m3: z.number() });

/** The visit of an atypical reading before its receipt, with what to know at the door. Hours are `HH:MM` in Lima. */
const readingVisitRow = z.object({
  readingId: z.string(),
  kind: z.enum(readingVisitKinds),
  on: z.string(),
  from: z.string(),
  to: z.string(),
  supplyCode: z.string(),
  period: z.string(),
  address: z.string().optional(),
  holder: z.string().optional(),
  meterNumber: z.string().optional(),
  /** The atypical reading, its volume and the average. */
  reading: billedReading,
  averageM3: z.number(),
  /** The last readings that were billed, the newest first: three at most. */
  readings: z.array(billedReading),
  /** Whether no inspector on duty has it: every inspector of the day is shown it. */
  isNobodys: z.boolean(),
  reported: z.boolean(),
});

const inspectionRow = plannedVisit.extend({
  claimId: z.string(),
  code: z.string(),
  version: z.number(),
  supplyCode: z.string(),
  address: z.string(),
  claimantName: z.string(),
  /** Absent in a day that the phone keeps of the release before. */
  days: daysOwed.optional(),
  telephone: z.string().optional(),
  languageChoice: languageChoice.optional(),
  reported: z.boolean(),
  /** What the claimant says happened, in their words. */
  grounds: z.string(),
  /** The meter on record; absent if the supply has none. */
  meterNumber: z.string().optional(),
  /** The last readings of the meter that were billed, the newest first: three at most. */
  readings: z.array(billedReading),
  /** Whether the claim's type asks to see the premises inside. */
  inspectsInside: z.boolean(),
  /** Whether the claim was observed and takes what the claimant hands over to remedy it. */
  awaitsRemedy: z.boolean(),
  /**
   * The test of the meter that the claimant asked for or the office ordered, with its day and hour once it has
   * them; absent without one, and once its result is there.
   */
  meterTest: z.object({ on: z.string().optional(), at: z.string().optional() }).optional(),
  /** The codes of other claims of the supply that the same visit serves; it is reported once. */
  alsoFor: z.array(z.string()),
});

export const listInspections = defineRoute({
  method: "GET",
  path: "/desk/inspections",
  audience: "staff",
  roles: ["inspector", "analyst", "manager"],
  summary:
    "Returns an inspector's visits of a day, by hour and then by the route of the meter readers, each with what to know at the door and the other claims it serves: the caller's own, or, for analysts and managers, a named inspector's.",
  query: z.object({ date: day, inspector: idField("Ese inspector no existe.").optional() }),
  status: 200,
  answer: z.object({
    inspections: z.array(inspectionRow),
    /**
     * For today: visits of the two weeks before that have no acta yet and whose claim still takes it, the earliest
     * first; twenty at most, absent if there are none.
     */
    missed: z.array(inspectionRow).optional(),
    /**
     * The visits of atypical readings that day which this inspector or nobody on duty has, by their hour; absent if
     * there are none.
     */
    readingVisits: z.array(readingVisitRow).optional(),
    /** Of a day without visits: the first later day that has some, of the two weeks after it. */
    next: z.string().optional(),
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
    "Records the acta of a visit, outside and inside, and what was handed over for an observed claim. If nobody opened or let the inspector in, one more visit is planned.",
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
      /** Why the person who attended does not sign the acta. */
      unsigned: z.string().trim().max(300).optional(),
      /** How the person who attended signed it; absent if nobody did. */
      signing: visitSigning.optional(),
      external: externalInspection,
      internal: internalInspection.optional(),
      causes: causesFound,
      observations: z.string().trim().max(1000).default(""),
      /**
       * Why the hours written are not those at which the device made the files; needed if they contradict each other.
       */
      hourReason: words("Escribe por qué la hora no es la de las fotos.", 300).optional(),
      /** What the person handed over to mend an observation; its files are among `uploadIds`. */
      remedy: words("Escribe qué te entregaron.", 500).optional(),
      uploadIds: visitUploadIds,
      captures,
    })
    .refine(({ causes, observations }) => !causes.includes("other") || observations !== "", {
      path: ["observations"],
      error: "Escribe qué otra causa se encontró.",
    })
    .refine(({ signing, captures: files }) => !signing || files.some(({ kind }) => kind === proofOf[signing.how]), {
      path: ["signing", "how"],
      error: "Falta la firma, o la foto del papel firmado.",
    })
    .refine(({ signing, unsigned }) => !signing || (unsigned ?? "") === "", {
      path: ["unsigned"],
      error: "Si firmó, no escribas por qué no firma.",
    })
    .refine(({ uploadIds: ids, captures: files }) => files.every(({ uploadId }) => ids.includes(uploadId)), {
      path: ["uploadIds"],
      error: "Ese archivo no existe.",
    })
    .refine(({ startedAt, endedAt = startedAt }) => endedAt >= startedAt, {
      path: ["endedAt"],
      error: "La visita no puede terminar antes de empezar.",
    }),
  status: 200,
  answer: claimSummary,
  refusals: ["claim-not-found", "inspection-not-found", "upload-not-found", "already-reported", "not-now"],
});

export const addEvidence = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/evidence",
  roles: actRoles.addEvidence,
  summary: "Adds evidence that an area of the company holds or reports, or records who looked for it and found none.",
  body: z
    .strictObject({
      kind: z.enum(reportKinds, { error: "Elige qué prueba es." }),
      summary: words("Escribe qué dice.", 1000),
      /** Who looked for the records and found none; then no file is needed. */
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
  ...caseEdit,
  path: "/desk/claims/{claimId}/billing-controls",
  roles: actRoles.recordControl,
  summary: "Records the control before billing of a claimed month, where the commercial system did not deliver it.",
  body: z
    .strictObject({
      period,
      notice: z
        .strictObject({
          on: day,
          at: hour,
          means: z.enum(noticeMeans, { error: "Elige cómo se avisó." }),
          receiver: z.string().trim().max(120).optional(),
        })
        .optional(),
      inspection: z
        .strictObject({
          on: day,
          hours,
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

export const requireRepair = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/leak-requirement",
  roles: ["analyst", "clerk"],
  summary: "Requires the repair of a non-visible leak; the term runs from when the claimant is notified.",
  body: z.strictObject({ ...noticeFields, text: words("Escribe qué fuga es y qué hay que reparar.", 1000) }),
  refusals: ["claim-not-found", "no-consent", "not-now"],
});

export const verifyRepair = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/leak-verification",
  roles: ["inspector"],
  summary:
    "Records what the visit that verifies a repair found; refused as repaired if the meter moved with every outlet closed.",
  body: z.strictObject({
    verifiedAt: instant("Escribe cuándo fue la visita."),
    repaired: z.boolean({ error: "Di si la fuga se reparó." }),
    before: meterReading,
    after: meterReading,
    minutes: testMinutes,
    observations: words("Escribe qué se reparó y quién atendió.", 1000),
    uploadIds,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const askMeterTest = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/meter-test-request",
  roles: ["operator", "clerk"],
  summary: "Records that the claimant asks for a meter test and that staff explained who pays for it.",
  body: z.strictObject({
    costAccepted: z.literal(true, { error: "Explica quién paga la contrastación antes de pedirla." }),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const orderMeterTest = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/meter-test",
  roles: ["analyst"],
  summary: "Orders a meter test for a day that leaves time to give its notice and to decide.",
  body: z.strictObject({
    testOn: day,
    at: hour,
    tester: words("Escribe qué empresa autorizada la hace.", 120),
    place: words("Escribe dónde se hace.", 200),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const notifyMeterTest = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/meter-test-notice",
  roles: ["analyst", "clerk"],
  summary:
    "Notifies the claimant by e-mail of when and where the meter is tested, or records that staff notified them; before the day of the test.",
  body: z.strictObject(noticeFields),
  refusals: ["claim-not-found", "no-consent", "not-now"],
});

export const reportMeterTest = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/meter-test-report",
  roles: ["analyst", "inspector"],
  summary: "Records the result of a meter test, from its day on; who pays follows from it.",
  body: z.strictObject({
    result: z.enum(meterTestResults, { error: "Elige el resultado." }),
    certificate: words("Escribe el número del informe.", 60),
    errorPercent: z.number().min(-100).max(1000).optional(),
    uploadIds,
  }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});
