import * as z from "zod";
import { attentionMatters } from "../../domain/counter/attention.ts";
import { callBackResults, linkedPages } from "../../domain/counter/contact.ts";
import { isMobile } from "../../domain/filing/claim-form.ts";
import { namedLanguages } from "../../domain/notice/language.ts";
import { email, idField, telephoneNumber, words, writtenSupplyCode } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { day, instant } from "../visit/fields.ts";
import { attentionView } from "./attention-views.ts";

const attendants = ["operator", "clerk", "analyst"] as const;

export const enterAttention = defineRoute({
  method: "POST",
  path: "/desk/attentions",
  audience: "staff",
  roles: attendants,
  once: true,
  summary:
    "Records a contact that staff served and that ended in no claim: its channel, its matter and the claim it was about, but no person. It may leave a contact with its supply (question, answer, what was promised) and promise a call back.",
  body: z.strictObject({
    channel: z.enum(["counter", "telephone", "web"], { error: "Elige por dónde vino." }),
    matter: z.enum(attentionMatters, { error: "Elige qué quería." }),
    claimCode: words("Escribe el código del reclamo.", 40).optional(),
    contact: z
      .strictObject({
        supplyCode: writtenSupplyCode,
        question: words("Escribe qué preguntó.", 500),
        answer: words("Escribe qué se le respondió.", 1000),
        /** What was promised, and the day by which. */
        next: words("Escribe qué se le prometió.", 300).optional(),
        nextOn: day.optional(),
        /** Whether the person has preferential attention, without why; absent if they were not asked. */
        preferential: z.boolean({ error: "Elige si tiene atención preferente." }).optional(),
        language: z.enum(namedLanguages, { error: "Elige el idioma." }).optional(),
      })
      .refine(({ next, nextOn }) => (next === undefined) === (nextOn === undefined), {
        path: ["nextOn"],
        error: "Escribe qué se le prometió y hasta qué día.",
      })
      .optional(),
    callBack: z
      .strictObject({
        at: instant("Escribe qué día y a qué hora se le llama."),
        telephone: telephoneNumber,
        about: words("Escribe para qué se le llama.", 300),
      })
      .optional(),
  }),
  status: 201,
  answer: attentionView,
  refusals: ["claim-not-found", "supply-not-found", "not-now"],
});

/** Whether the mobile or the address stands where the link goes, and only there; with neither, the claim is named. */
function saysWhere({
  channel,
  telephone,
  email: address,
  claimId,
}: {
  readonly channel: "sms" | "email";
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  readonly claimId?: string | undefined;
}): boolean {
  const other = channel === "sms" ? address : telephone;
  return other === undefined && (telephone !== undefined || address !== undefined || claimId !== undefined);
}

export const sendLink = defineRoute({
  method: "POST",
  path: "/desk/links",
  audience: "staff",
  roles: attendants,
  once: true,
  summary:
    "Sends a link to a page of the site, by text message or e-mail, to the contact of a claim or to one that the caller gives; three links a day to each. It is logged as a contact of the supply. The message names nobody.",
  body: z
    .strictObject({
      supplyCode: writtenSupplyCode,
      page: z.enum(linkedPages, { error: "Elige qué página necesita." }),
      /** The claim whose page, offer or contact it is. */
      claimId: idField("Ese reclamo no existe.").optional(),
      channel: z.enum(["sms", "email"], { error: "Elige por dónde se envía." }),
      /** What the caller dictated; without it the link goes to the claim's own contact. */
      telephone: telephoneNumber
        .refine((number) => isMobile(number), "Los mensajes de texto solo llegan a un celular de 9 dígitos.")
        .optional(),
      email: email.optional(),
    })
    .refine(({ page, claimId }) => claimId !== undefined || (page !== "own-claim" && page !== "offer"), {
      path: ["claimId"],
      error: "Elige de qué reclamo.",
    })
    .refine(saysWhere, { path: ["telephone"], error: "Escribe a qué celular o correo se envía." }),
  status: 201,
  answer: z.object({
    contactId: z.string(),
    page: z.enum(linkedPages),
    channel: z.enum(["sms", "email"]),
    /** The mobile or address, masked. */
    to: z.string(),
  }),
  refusals: ["claim-not-found", "supply-not-found", "not-now"],
});

const callBackView = z.object({
  callBackId: z.string(),
  at: z.string(),
  /** Its time is past. */
  late: z.boolean(),
  telephone: z.string(),
  about: z.string(),
  supplyCode: z.string().optional(),
  promisedAt: z.string(),
  /** The name in the staff register; absent for somebody who is not in it any more. */
  promisedBy: z.string().optional(),
  attempts: z.array(
    z.object({ at: z.string(), by: z.string().optional(), result: z.enum(callBackResults), text: z.string() }),
  ),
  /** Somebody answered, or it was given up. */
  over: z.boolean(),
});

export const listCallBacks = defineRoute({
  method: "GET",
  path: "/desk/call-backs",
  audience: "staff",
  roles: [...attendants, "manager"],
  summary: "Returns the calls that were promised and not made yet, the earliest due first, so that the late ones lead.",
  query: page,
  status: 200,
  answer: z.object({ callBacks: z.array(callBackView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const recordCallBack = defineRoute({
  method: "POST",
  path: "/desk/call-backs/{callBackId}/attempts",
  audience: "staff",
  roles: attendants,
  once: true,
  summary:
    "Records an attempt at a promised call: answered, with what was said; nobody answered, with when it is tried again; or given up, with why.",
  params: z.strictObject({ callBackId: idField("Esa llamada no existe.") }),
  body: z
    .strictObject({
      result: z.enum(callBackResults, { error: "Elige qué pasó con la llamada." }),
      text: words("Escribe qué se le dijo, o qué pasó.", 1000),
      /** When it is tried again; only if nobody answered. */
      again: instant("Escribe cuándo se le vuelve a llamar.").optional(),
    })
    .refine(({ result, again }) => (result === "no-answer") === (again !== undefined), {
      path: ["again"],
      error: "Escribe cuándo se le vuelve a llamar, solo si nadie contestó.",
    }),
  status: 200,
  answer: callBackView,
  refusals: ["call-back-not-found", "not-now"],
});
