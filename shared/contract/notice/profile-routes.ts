import * as z from "zod";
import { email, languageChoice, personDocument, telephoneNumber, written } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";

const text = (max: number) => written(max).default("");

/** What a customer keeps of themselves in their account, to fill in forms: each field may be left out. */
const profileFields = z.strictObject({
  givenNames: text(80),
  paternalSurname: text(60),
  maternalSurname: text(60),
  companyName: text(120),
  document: personDocument.optional(),
  address: text(200),
  telephone: telephoneNumber.optional(),
  email: email.optional(),
  /** Whether they agree, in what they file from now on, to be notified by e-mail. */
  notifyByEmail: z.boolean({ error: "Responde si aceptas que te notifiquemos por correo." }).default(false),
  languageChoice: languageChoice.optional(),
  /** Who acts for them, as they say: it gives that person no power. */
  representative: text(120),
});

/** A telephone kept by an earlier release may lack its area code. */
const kept = z.object({ ...profileFields.shape, telephone: z.string().optional(), savedAt: z.string() });

const saved = profileFields
  .extend({
    /** Whether they agree to be written to about new receipts of their supplies; unchanged if absent. */
    receiptNews: z.boolean({ error: "Responde si te avisamos de tus recibos nuevos." }).optional(),
    /** Whether their open claims take the telephone, mail, address and language too. */
    inOpenClaims: z.boolean({ error: "Responde si usamos este contacto en tus reclamos abiertos." }).default(false),
  })
  .refine(({ notifyByEmail, email: to }) => !notifyByEmail || to !== undefined, {
    path: ["email"],
    error: "Escribe el correo donde aceptas que te notifiquemos.",
  });

export const showProfile = defineRoute({
  method: "GET",
  path: "/me/profile",
  audience: "customer",
  summary: "Returns what the customer keeps of themselves in their account; no profile if they saved none.",
  status: 200,
  answer: z.object({
    profile: kept.optional(),
    /** Whether they agreed to be written to about new receipts. */
    receiptNews: z.boolean(),
  }),
  refusals: [],
});

export const saveProfile = defineRoute({
  method: "PUT",
  path: "/me/profile",
  audience: "customer",
  summary:
    "Saves what the customer keeps of themselves, in place of what they had; it fills in forms. If they ask for it, their open claims take the contact too.",
  body: saved,
  status: 200,
  answer: z.object({
    profile: kept,
    /** The codes of the claims that took the contact, and of those that were busy: to be asked again. */
    claims: z.object({ changed: z.array(z.string()), busy: z.array(z.string()) }),
  }),
  refusals: [],
});
