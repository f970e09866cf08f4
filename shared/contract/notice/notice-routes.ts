import * as z from "zod";
import { noticeChannels } from "../../domain/case/claim-events.ts";
import { spokenTypes } from "../../domain/delivery/copies-by-post.ts";
import { dispatchReasons, mostDispatchedAtOnce } from "../../domain/delivery/dispatch-due.ts";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { actRoles, caseEdit, chosenClaims } from "../case/case-edits.ts";
import { claimSummary, daysOwed } from "../claim/claim-views.ts";
import { claimParams, idField, receiver } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { day, instant } from "../visit/fields.ts";
import { captures, visitUploadIds } from "../visit/inspection-fields.ts";

export const dispatchNotice = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/notices",
  roles: ["clerk"],
  summary:
    "Dispatches the decision: by e-mail or to the mailbox of a claimant who consented to it, or to be delivered at the address.",
  body: z.strictObject({ channel: z.enum(noticeChannels, { error: "Elige cómo se notifica." }) }),
  refusals: ["claim-not-found", "not-now", "no-consent"],
});

export const listToDispatch = defineRoute({
  method: "GET",
  path: "/desk/notices",
  audience: "staff",
  roles: ["clerk", "manager"],
  summary:
    "Returns the claims whose signed decision is to be dispatched, the one whose last day comes first at the top: never dispatched, its mail came back, or nobody acknowledged it in time.",
  status: 200,
  answer: z.object({
    claims: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        /** The version of the case that is listed: the act names it. */
        version: z.number().int(),
        claimantName: z.string(),
        reason: z.enum(dispatchReasons),
        days: daysOwed,
      }),
    ),
    /** How many may be dispatched with one act: no more are listed. */
    most: z.number().int(),
    /** Whether there may be more than are listed. */
    more: z.boolean(),
  }),
  refusals: [],
});

export const dispatchNotices = defineRoute({
  method: "POST",
  path: "/desk/notices",
  audience: "staff",
  roles: ["clerk"],
  once: true,
  summary:
    "Dispatches the decisions of up to 50 claims in one act, each by e-mail if its claimant consented to it and it reaches them, else to be delivered at the address; each has its own outcome. Sent again with its key, it goes on with those that were left.",
  body: z.strictObject({
    claims: chosenClaims(mostDispatchedAtOnce),
  }),
  status: 200,
  answer: z.object({
    outcomes: z.array(
      z.object({
        claimId: z.string(),
        /** `already`: another act did it; `left`: it was not done, and the same request sent again goes on with it. */
        outcome: z.enum(["dispatched", "already", "refused", "left"]),
        /** By which means it was dispatched; absent if it was not. */
        channel: z.enum(noticeChannels).optional(),
        /** When it was dispatched, if an earlier act did it. */
        at: z.string().optional(),
        /** Why it was refused, in Spanish. */
        reason: z.string().optional(),
      }),
    ),
  }),
  refusals: [],
});

export const listCopiesToPost = defineRoute({
  method: "GET",
  path: "/desk/copies-to-post",
  audience: "staff",
  roles: ["clerk", "manager"],
  summary:
    "Returns the written copies of what claimants said by telephone that no mail or text message could take, the oldest first: they are to be printed and posted.",
  status: 200,
  answer: z.object({
    copies: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        claimantName: z.string(),
        /** The address. */
        to: z.string(),
        /** The entry of what was said, and its type. */
        of: z.number().int(),
        type: z.enum(spokenTypes),
        /** The day it was said, the last day to post its copy, and the working days left until it. */
        since: z.string(),
        until: z.string(),
        workingDays: z.number(),
      }),
    ),
    /** Whether there may be more than are listed. */
    more: z.boolean(),
  }),
  refusals: [],
});

export const postCopy = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/copies-to-post/{of}",
  audience: "staff",
  roles: ["clerk"],
  once: true,
  summary:
    "Records on which day the written copy of what a claimant said by telephone was posted, whatever changed in the case meanwhile.",
  params: claimParams.extend({ of: z.string().regex(/^[1-9]\d{0,4}$/, "Esa copia no existe.") }),
  body: z.strictObject({ postedOn: day }),
  status: 200,
  answer: z.object({
    /** How many copies of the claim are still to be posted. */
    left: z.number().int(),
  }),
  refusals: ["claim-not-found", "not-now"],
});

/** A delivery at an address: how it was, when, and what its outcome asks for. */
const deliveryShape = {
  outcome: z.enum(["delivered", "refused", "absent", "left-under-door"], { error: "Elige cómo fue la entrega." }),
  deliveredAt: instant("Escribe cuándo fue."),
  receiver: receiver.optional(),
  premises: z.string().trim().max(500).optional(),
  nextOn: day.optional(),
};

interface DeliveryAnswers {
  readonly outcome: string;
  readonly receiver?: unknown;
  readonly premises?: string | undefined;
  readonly nextOn?: string | undefined;
}
type DeliveryRule = [(delivery: DeliveryAnswers) => boolean, { path: string[]; error: string }];

const needsReceiver: DeliveryRule = [
  ({ outcome, receiver: who }) => outcome !== "delivered" || who !== undefined,
  { path: ["receiver"], error: "Escribe quién recibió." },
];
const needsPremises: DeliveryRule = [
  ({ outcome, premises }) => outcome === "delivered" || (premises ?? "") !== "",
  { path: ["premises"], error: "Describe el predio: así se prueba que se fue." },
];
const needsNextDay: DeliveryRule = [
  ({ outcome, nextOn }) => outcome !== "absent" || nextOn !== undefined,
  { path: ["nextOn"], error: "Escribe la nueva fecha que dejaste en el aviso." },
];

export const recordDelivery = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/delivery",
  roles: ["clerk"],
  summary:
    "Records a delivery at the address: how, when and to whom. If nobody was there, the new date that was left; if it is recorded late, another person must confirm it; outside working hours, it takes effect as the next ones begin.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z
    .strictObject({ ...deliveryShape, deviceTime: instant("Escribe la hora del equipo.").optional(), uploadIds })
    .refine(...needsReceiver)
    .refine(...needsPremises)
    .refine(...needsNextDay),
  refusals: ["claim-not-found", "notice-not-found", "upload-not-found", "not-now"],
});

export const listDeliveries = defineRoute({
  method: "GET",
  path: "/desk/deliveries",
  audience: "staff",
  roles: ["inspector", "clerk", "manager"],
  summary:
    "Returns the decisions that are to be handed over at an address, the one whose last day comes first at the top, each with what to know at the door and the visits made in vain: the caller's and those that nobody on duty has, or everybody's.",
  query: z.strictObject({ of: z.enum(["own", "all"]).optional() }),
  status: 200,
  answer: z.object({
    deliveries: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        noticeId: z.string(),
        /** The number of the resolution that is handed over. */
        number: z.string().optional(),
        claimantName: z.string(),
        /** The address. */
        to: z.string(),
        /** The zone of the address, an ubigeo; absent if no visit of the claim says it. */
        zone: z.string().optional(),
        telephone: z.string().optional(),
        /** The name of who hands it over; absent if nobody on duty has it. */
        inspector: z.string().optional(),
        /** Absent in what phones kept before it was said. */
        days: daysOwed.optional(),
        /** The last day on which the notice still takes effect before silence grants the claim: `days.lostOn`. */
        until: z.string().optional(),
        /** The visits that found nobody. */
        attempts: z.number(),
        /** The day that the last one left in its notice: from then on it may be left under the door. */
        nextOn: z.string().optional(),
      }),
    ),
    /** Whether there are more than are listed. */
    more: z.boolean(),
  }),
  refusals: [],
});

export const reportDelivery = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/notices/{noticeId}/report",
  audience: "staff",
  roles: ["inspector"],
  once: true,
  summary:
    "Records a delivery at the address from the phone of who made it, whatever changed in the case meanwhile, with the hour and place of each photo as the device had them. Outside working hours, it takes effect as the next ones begin.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z
    .strictObject({
      ...deliveryShape,
      /**
       * The hour of the device when it was written down, as it corrects it by the API's; it is not when it was
       * received.
       */
      deviceTime: instant("Escribe la hora del equipo."),
      /** The same hour by the device's own clock, right or wrong; absent from phones with an older page. */
      deviceClockAt: instant("Escribe la hora del equipo.").optional(),
      uploadIds: visitUploadIds,
      captures,
    })
    .refine(...needsReceiver)
    .refine(...needsPremises)
    .refine(...needsNextDay)
    .refine(({ outcome, captures: files }) => outcome === "delivered" || files.length > 0, {
      path: ["photos"],
      error: "Toma una foto de la fachada: prueba que se fue.",
    })
    .refine(({ uploadIds: ids, captures: files }) => files.every(({ uploadId }) => ids.includes(uploadId)), {
      path: ["uploadIds"],
      error: "Ese archivo no existe.",
    }),
  status: 200,
  answer: claimSummary.extend({
    /** A delivery outside working hours: the day from which it counts as notified. */
    countsFrom: z.string().optional(),
  }),
  refusals: ["claim-not-found", "notice-not-found", "upload-not-found", "not-now"],
});

export const confirmDelivery = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/delivery-confirmation",
  roles: actRoles.confirmDelivery,
  summary:
    "Confirms a delivery that was recorded late. Refused to the person who recorded it; that the confirmer was there is their own statement.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z.strictObject({
    wasThere: z.literal(true, { error: "Confirma solo una entrega en la que estuviste." }),
  }),
  refusals: ["claim-not-found", "notice-not-found", "not-now"],
});
