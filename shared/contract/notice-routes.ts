import * as z from "zod";
import { caseNoteTypes } from "../domain/case-notes.ts";
import { claimEventTypes, noticeChannels } from "../domain/claim-events.ts";
import { bounceReasons } from "../domain/notified-acts.ts";
import { caseEdit } from "./case-edits.ts";
import { caseReaders, claimParams, idField, receiver, uploadIds } from "./claim-fields.ts";
import { day, instant } from "./fields.ts";
import { defineRoute } from "./route.ts";

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

export const dispatchNotice = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/notices",
  roles: ["clerk"],
  summary: "Sends the decision: by e-mail or to the mailbox of who agreed to it, or to be taken to the address.",
  body: z.strictObject({ channel: z.enum(noticeChannels, { error: "Elige cómo se notifica." }) }),
  refusals: ["claim-not-found", "not-now", "no-consent"],
});

export const recordDelivery = defineRoute({
  ...caseEdit,
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
  ...caseEdit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/delivery-confirmation",
  roles: ["operator", "clerk", "analyst"],
  summary: "Confirms a delivery that was written down late: by another than who wrote it, who was there.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z.strictObject({
    wasThere: z.literal(true, { error: "Confirma solo una entrega en la que estuviste." }),
  }),
  refusals: ["claim-not-found", "notice-not-found", "not-now"],
});
