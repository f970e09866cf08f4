import * as z from "zod";
import { agreements } from "../../domain/case/claim-events.ts";
import { callResults } from "../../domain/case/note-details.ts";
import { saysWhatIsDone } from "../../domain/conciliation/agreement-words.ts";
import { hearingModes } from "../../domain/filing/claim-form.ts";
import { actOnBehalf, caseEdit } from "../case/case-edits.ts";
import { daysOwed } from "../claim/claim-views.ts";
import { agreementConfirmation, agreementLacks } from "../claim/claimant-acts.ts";
import {
  calledNumber,
  claimParams,
  httpsLink,
  idField,
  languageChoice,
  standing,
  words,
} from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { day, instant } from "../visit/fields.ts";
import { offerPrice, pricedQuery, proposedInstalments, proposedVolume } from "./offer-fields.ts";

export const makeOffer = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/offers",
  roles: ["conciliator"],
  summary:
    "Offers to bill another volume for a claimed receipt, or to have it paid in monthly parts, priced by that receipt's own price list, until the day of the hearing at the latest.",
  body: z.strictObject({
    /** Which of the claimed receipts; may be absent if there is only one. */
    receiptNumber: z.string().trim().max(30).optional(),
    m3: proposedVolume,
    /** In how many monthly parts the amount is paid; absent: at once. */
    instalments: proposedInstalments.optional(),
    terms: words("Escribe en qué consiste la propuesta.", 1000),
    until: day,
  }),
  refusals: ["claim-not-found", "not-now", "cannot-price"],
});

export const priceOffer = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/offer-price",
  audience: "staff",
  roles: ["conciliator", "operator", "clerk"],
  summary:
    "Returns what a claimed receipt would cost at a volume, and the monthly parts of it; nothing is offered yet.",
  params: claimParams,
  query: pricedQuery.extend({ receiptNumber: z.string().trim().max(30) }),
  status: 200,
  answer: offerPrice,
  refusals: ["claim-not-found", "cannot-price"],
});

const hearingRow = z.object({
  claimId: z.string(),
  code: z.string(),
  claimantName: z.string(),
  days: daysOwed,
  /** Who is responsible for the claim. */
  owner: z.string().optional(),
  on: z.string(),
  at: z.string(),
  mode: z.enum(hearingModes),
  telephone: z.string().optional(),
  /** Of a hearing by telephone, the other numbers that its claimant gave, the last one first. */
  otherNumbers: z.array(z.object({ number: z.string(), on: z.string() })).optional(),
  /** The day on which `telephone` was given. */
  telephoneOn: z.string().optional(),
  link: z.string().optional(),
  lacks: z.enum(["telephone", "link"]).optional(),
  confirmed: z.boolean(),
  /** Its claimant accepted an offer, which its acta is to record. */
  accepted: z.boolean(),
  /** In which language its claimant wants to be attended; absent if they were not asked. */
  languageChoice: languageChoice.optional(),
  /** Its claimant proposed something else, which no offer has answered yet. */
  countered: z.boolean(),
});

export const listHearings = defineRoute({
  method: "GET",
  path: "/desk/hearings",
  audience: "staff",
  roles: ["conciliator", "analyst", "manager"],
  summary:
    "Returns the hearings of the week of a day that are still to be held or recorded, by day and hour, each with its mode, its link or number, and whether its claimant confirmed it; and apart those of days before today that nobody recorded.",
  query: z.object({ day }),
  status: 200,
  answer: z.object({
    /** The week's Monday and Sunday. */
    from: z.string(),
    to: z.string(),
    hearings: z.array(hearingRow),
    /** Those of days before today, whatever the week, that nobody recorded yet. */
    unrecorded: z.array(hearingRow),
    /** Whether there are more hearings than are listed. */
    more: z.boolean(),
  }),
  refusals: [],
});

export const saveConciliationNotes = defineRoute({
  ...caseEdit,
  method: "PUT",
  path: "/desk/claims/{claimId}/conciliation-notes",
  roles: ["conciliator"],
  summary:
    "Saves what who conciliates keeps for themselves: how far the company may go, and an offer not sent yet. Nobody who decides or signs reads it.",
  body: z.strictObject({
    margin: z.string().trim().max(1000, "Escribe 1000 letras como máximo.").default(""),
    proposal: z.string().trim().max(1000, "Escribe 1000 letras como máximo.").default(""),
    /** When the notes it was written over were saved; absent for the first ones. */
    basedOn: z.string().max(40).optional(),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const setHearingLink = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/hearing-link",
  roles: ["conciliator", "analyst"],
  summary: "Sets the link of a hearing by video that is still to be held; the claimant is notified.",
  body: z.strictObject({ link: httpsLink }),
  refusals: ["claim-not-found", "not-now"],
});

export const recordHearing = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/acta",
  roles: ["conciliator"],
  summary:
    "Records the acta of the hearing: total, partial or no agreement, or absence, whatever evidence is missing. An agreement needs the claimant's confirmation or an offer they accepted; a total one also says what is done.",
  body: z
    .strictObject({
      agreement: z.enum(agreements, { error: "Elige el resultado de la audiencia." }),
      startedAt: instant("Escribe cuándo empezó."),
      endedAt: instant("Escribe cuándo terminó.").optional(),
      standing: standing.optional(),
      attendedBy: z.string().trim().max(120).optional(),
      /** Who took part for the company, if it was not the person who records the acta. */
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
      /** How the claimant confirms what was agreed; not needed if it is an offer they accepted. */
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
    })
    .refine(
      ({ agreement, acceptedOfferId }) =>
        acceptedOfferId === undefined || (agreement !== "none" && agreement !== "absence"),
      { path: ["acceptedOfferId"], error: "Sin un acuerdo, el acta no lleva una propuesta aceptada." },
    )
    .refine(
      ({ agreement, agreed, acceptedOfferId }) =>
        agreement !== "total" || acceptedOfferId !== undefined || saysWhatIsDone(agreed),
      { path: ["agreed"], error: agreementLacks },
    ),
  refusals: ["claim-not-found", "not-now", "offer-not-found", "upload-not-found", "not-confirmed"],
});

export const logHearingCall = defineRoute({
  ...actOnBehalf,
  roles: ["operator", "conciliator"],
  path: "/desk/claims/{claimId}/hearing-calls",
  summary:
    "Logs a call to a claimant who is missing from their hearing, from its hour on: an absence is recorded only after the calls the office requires.",
  body: z.strictObject({
    number: calledNumber,
    result: z.enum(callResults, { error: "Elige qué pasó con la llamada." }),
    /** When the call was made; absent: now. */
    calledAt: instant("Escribe cuándo se llamó.").optional(),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const moveHearing = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/hearing",
  roles: ["analyst", "conciliator"],
  summary:
    "Moves the hearing, once, to a free hour of exactly the day named: to wait for a required leak repair or an ordered meter test, or because the tribunal sent the claim back to be investigated.",
  body: z.strictObject({
    reason: z.enum(["leak-repair", "meter-test", "tribunal"], { error: "Elige por qué se mueve." }),
    on: day,
  }),
  refusals: ["claim-not-found", "not-now"],
});
