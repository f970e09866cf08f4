import * as z from "zod";
import { specialActs } from "../domain/claim-events.ts";
import {
  attachmentStates,
  hearingModes,
  leakChecks,
  personDocumentKinds,
  requests,
  visitPreferences,
} from "../domain/claim-form.ts";
import { billingTypes } from "../domain/claim-types.ts";
import { period } from "./fields.ts";

/** A line a person writes: trimmed, from 1 to `max` characters. */
export function words(missing: string, max: number): z.ZodString {
  return z.string({ error: missing }).trim().min(1, missing).max(max, `Escribe como máximo ${max} caracteres.`);
}

/** Ids we give: opaque, and never longer than this. */
export function idField(missing: string): z.ZodString {
  return z.string({ error: missing }).regex(/^[0-9A-Za-z_-]{1,60}$/, missing);
}

export const claimParams = z.strictObject({ claimId: idField("Ese reclamo no existe.") });

/** A secret of 128 bits as we write it in links and QR codes. */
export const secretKey = z
  .string({ error: "Falta la clave." })
  .trim()
  .regex(/^[0-9A-Za-z_-]{22}$/, "Esa clave no tiene la forma esperada.");

export const standing = z.discriminatedUnion(
  "as",
  [
    z.strictObject({ as: z.literal("holder") }),
    z.strictObject({ as: z.literal("effective-user") }),
    z.strictObject({ as: z.literal("owner") }),
    z.strictObject({ as: z.literal("representative"), acts: z.array(z.enum(specialActs)) }),
  ],
  { error: "Elige quién presenta el reclamo." },
);

const documentForms = {
  DNI: /^\d{8}$/,
  CE: /^[0-9A-Z]{9,12}$/,
  RUC: /^\d{11}$/,
  PASSPORT: /^[0-9A-Z]{5,12}$/,
} as const;

const documentMessages = {
  DNI: "El DNI tiene 8 dígitos.",
  CE: "El carné de extranjería tiene de 9 a 12 letras y números.",
  RUC: "El RUC tiene 11 dígitos.",
  PASSPORT: "El pasaporte tiene de 5 a 12 letras y números.",
} as const;

export const personDocument = z
  .strictObject({
    kind: z.enum(personDocumentKinds, { error: "Elige el tipo de documento." }),
    number: z.string({ error: "Escribe el número de documento." }).trim().toUpperCase(),
  })
  .superRefine(({ kind, number }, context) => {
    if (documentForms[kind].test(number)) return;
    context.addIssue({ code: "custom", path: ["number"], message: documentMessages[kind] });
  });

/** A telephone of Peru, written as people write it; text messages go to mobiles. */
export const mobile = z
  .string()
  .trim()
  .transform((text) => text.replace(/^\+?51|[\s-]/g, ""))
  .pipe(z.string().regex(/^(9\d{8}|\d{6,9})$/, "Escribe un celular de 9 dígitos, por ejemplo 987 654 321."));

/** The address of a meeting by video: `https`, with neither user nor password in it. */
export const httpsLink = z
  .string({ error: "Escribe el enlace de la videollamada." })
  .trim()
  .max(500, "El enlace tiene como máximo 500 caracteres.")
  .pipe(
    z.url({
      protocol: /^https$/,
      hostname: z.regexes.domain,
      error: "Escribe un enlace completo que empiece con https://, como lo da la videollamada.",
    }),
  )
  .refine((link) => !/^https:\/\/[^/?#]*@/.test(link), "Escribe un enlace sin usuario ni contraseña.");

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(120)
  .pipe(z.email("Escribe un correo como nombre@ejemplo.pe."));

/** How a person wants their hearing held. */
export const hearingMode = z.enum(hearingModes, { error: "Elige cómo quieres que sea la reunión." });

const claimantFields = z.strictObject({
  givenNames: words("Escribe los nombres.", 80),
  paternalSurname: words("Escribe el apellido paterno.", 60),
  maternalSurname: z.string().trim().max(60).optional(),
  companyName: z.string().trim().max(120).optional(),
  document: personDocument.optional(),
  standing: standing.default({ as: "effective-user" }),
  address: z.string().trim().max(200, "Escribe como máximo 200 caracteres.").default(""),
  telephone: mobile.optional(),
  email: email.optional(),
  notifyByEmail: z.boolean({ error: "Responde si aceptas que te notifiquemos por correo." }).default(false),
});

export const claimant = claimantFields.superRefine((person, context) => {
  if (person.telephone === undefined && person.email === undefined)
    context.addIssue({ code: "custom", path: ["telephone"], message: "Deja un celular o un correo para avisarte." });
  if (person.notifyByEmail && person.email === undefined)
    context.addIssue({
      code: "custom",
      path: ["email"],
      message: "Escribe el correo donde aceptas que te notifiquemos.",
    });
});

/** Receipts of one supply, by number and month: their figures are ours. */
export const namedReceipts = z
  .array(z.strictObject({ number: words("Elige el recibo que quieres reclamar.", 30), period }), {
    error: "Elige el recibo que quieres reclamar.",
  })
  .max(24, "Puedes reclamar hasta 24 meses a la vez.");

/** What a person declares when they claim, in the words they tick, hear or sign. */
export const declarationText = "Declaro que lo que digo en este reclamo es verdad y que quiero presentarlo.";

/**
 * What a person sends to claim: Formato 2. Only who they are, how to reach them and what they ask can be missed (digest
 * 1.5); what else is left out is filed all the same, for the office to observe.
 */
export const claimForm = z.strictObject({
  claimant,
  /** A wrong one stops nothing: the utility reclassifies (digest 1.5). */
  claimType: z.enum(billingTypes, { error: "Elige el tipo de reclamo." }).default("F01"),
  receipts: namedReceipts.min(1, "Elige el recibo que quieres reclamar."),
  grounds: words("Cuéntanos con tus palabras qué pasó.", 1500),
  request: z.enum(requests, { error: "Elige qué quieres lograr." }).default("other"),
  leakCheck: z.enum(leakChecks, { error: "Dinos si revisaste. Puedes elegir «Todavía no»." }).optional(),
  meterReading: z
    .number({ error: "Escribe solo los números negros, por ejemplo 01234." })
    .int("Escribe solo los números negros, por ejemplo 01234.")
    .min(0)
    .max(9_999_999)
    .optional(),
  meterTest: z.boolean({ error: "Elige una opción." }).optional(),
  /** Counts only with `meterTest`. */
  meterTestCostAccepted: z.boolean({ error: "Elige una opción." }).optional(),
  leaflet: z.boolean({ error: "Elige una opción." }).optional(),
  /** Whether they were told what is done with their data (Ley 29733): read by them, or to them. */
  privacyNoticeRead: z.boolean({ error: "Elige una opción." }).optional(),
  visitPreference: z.enum(visitPreferences, { error: "Elige un horario." }).optional(),
  /** Absent, or not one of the office's: as the office holds them. */
  hearingMode: hearingMode.optional(),
  /** Where they are called for the hearing, if not at their telephone. */
  hearingTelephone: mobile.optional(),
  /** Files already sent with a ticket, in order. */
  uploadIds: z.array(idField("Ese archivo no existe.")).max(5, "Puedes agregar hasta 5 archivos.").default([]),
});

/** The same as it is said so far, for what can be known of it before it is sent: nothing in it need be there. */
export const claimSoFar = claimForm.partial().extend({ claimant: claimantFields.partial().optional() });

export const attachment = z.object({
  documentId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(attachmentStates),
});

export const plannedVisit = z.object({
  inspectionId: z.string(),
  on: z.string(),
  from: z.string(),
  to: z.string(),
  late: z.boolean(),
});

/** A hearing with what its claimant needs to take part in it. */
export const hearingInstructions = z.object({
  on: z.string(),
  at: z.string(),
  mode: z.enum(hearingModes),
  /** Where they are called: at its hour if it is by telephone; in any other, before an absence is written down. */
  telephone: z.string().optional(),
  link: z.string().optional(),
  /** Of the office, where it is held there. */
  address: z.string().optional(),
  /** What is missing to hold it as planned. */
  lacks: z.enum(["telephone", "link"]).optional(),
});

/** Uploads named in a request, at most ten. */
export const uploadIds = z
  .array(idField("Ese archivo no existe."))
  .max(10, "Puedes agregar hasta 10 archivos.")
  .default([]);

export const download = z.object({ url: z.string(), sha256: z.string(), fileName: z.string(), expiresAt: z.string() });

/** An attachment for staff: the original to download, and pictures of its pages to look at, where there are. */
export const attachmentDownload = download.extend({ pages: z.array(z.string()) });

/** Lists: how many, and where to go on. */
export const page = z.object({
  limit: z.coerce.number({ error: "Escribe cuántas filas, de 1 a 50." }).int().min(1).max(50).default(50),
  cursor: z.string().max(400, "Esa página no existe.").optional(),
});

/** Who may look at any claim. */
export const caseReaders = [
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

/** Who received something in person, for themselves or for who it is for. */
export const receiver = z.strictObject({
  name: words("Escribe quién recibió.", 120),
  document: z.string().trim().max(20).optional(),
  relation: words("Escribe qué es del destinatario.", 60),
});
