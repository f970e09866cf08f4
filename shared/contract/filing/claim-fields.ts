import * as z from "zod";
import { specialActs } from "../../domain/case/claim-events.ts";
import { clockIds } from "../../domain/case/claim-states.ts";
import { billingTypes } from "../../domain/case/claim-types.ts";
import { isTelephone, plainTelephone } from "../../domain/counter/telephone.ts";
import {
  attachmentStates,
  hearingModes,
  leakChecks,
  personDocumentKinds,
  requests,
  visitPreferences,
} from "../../domain/filing/claim-form.ts";
import { isSeen, oneLine } from "../../domain/seen-text.ts";
import { period } from "../visit/fields.ts";

/** The longest name, address, number or file name: a longer text is a story, and may have several lines. */
const mostInALine = 200;

/**
 * Returns the Zod schema of a text that a person may write, trimmed; one of 200 characters at most is made `oneLine`.
 * It refuses one of more than `max` characters, and one in which nothing is seen, each with a Spanish sentence.
 * @param missing the message if it is no text
 */
export function written(max: number, missing?: string): z.ZodString {
  return z
    .string(missing)
    .trim()
    .refine((text) => text === "" || isSeen(text), "Escríbelo otra vez, con letras o números: lo que llegó no se ve.")
    .overwrite((text) => (max <= mostInALine && isSeen(text) ? oneLine(text) : text))
    .max(max, `Escribe como máximo ${max} caracteres.`);
}

/**
 * Returns the Zod schema of a text that a person must write: as `written`, and refuses an empty text with `missing`.
 * @param missing the message if the text is absent, not a text, or blank
 */
export function words(missing: string, max: number): z.ZodString {
  return written(max, missing).min(1, missing);
}

/** A supply code as somebody wrote it, with a letter or digit at least: the rest is left out of it. */
export const writtenSupplyCode = words("Escribe el código de suministro.", 20).regex(
  /[A-Za-z0-9]/,
  "Escribe el código de suministro con sus números, por ejemplo 00012345.",
);

/**
 * Returns the Zod schema of an id that the office gave: 1 to 60 letters, digits, `_` or `-`.
 * @param missing the message if the id is missing or has another form
 */
export function idField(missing: string): z.ZodString {
  return z.string({ error: missing }).regex(/^[0-9A-Za-z_-]{1,60}$/, missing);
}

export const claimParams = z.strictObject({ claimId: idField("Ese reclamo no existe.") });

/** How a claim came to its owner from somebody else, until they record something. `reason`: for `readsWhy` alone. */
export const handedOver = z.object({ on: z.string(), from: z.string().optional(), reason: z.string().optional() });

/** A secret of 128 bits (`newSecret`). Those of earlier releases may have any character of base64url. */
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
    z.strictObject({
      as: z.literal("representative"),
      acts: z.array(z.enum(specialActs)).max(specialActs.length, "Elige cada facultad una sola vez."),
    }),
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

const telephoneAsked =
  "Escribe un celular de 9 dígitos, por ejemplo 987 654 321, o un teléfono fijo con el código de su ciudad.";

/** A telephone of Peru, without blanks and the country's code. Text messages go to mobiles alone. */
export const telephoneNumber = z.string().trim().transform(plainTelephone).refine(isTelephone, telephoneAsked);

/** A number that somebody called: a telephone or, as earlier claims have it, a landline without its area code. */
export const calledNumber = z
  .string()
  .trim()
  .transform(plainTelephone)
  .refine((plain) => isTelephone(plain) || /^\d{6,7}$/.test(plain), telephoneAsked);

/** As zod's own pattern of a domain name, by whose name a bundle would keep all of zod's patterns. */
const domainName = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;

/**
 * The address of a meeting by video, 500 characters at most: `https`, a domain name as host, and neither user nor
 * password.
 */
export const httpsLink = z
  .string({ error: "Escribe el enlace de la videollamada." })
  .trim()
  .max(500, "El enlace tiene como máximo 500 caracteres.")
  .pipe(
    z.url({
      protocol: /^https$/,
      hostname: domainName,
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

/** In which language a person wants to be attended, by code or name, and whether with an interpreter. */
export const languageChoice = z.strictObject({
  language: words("Elige el idioma, o escribe cuál es.", 40),
  interpreter: z.boolean({ error: "Responde si necesitas un intérprete." }),
});

const claimantFields = z.strictObject({
  givenNames: words("Escribe los nombres.", 80),
  paternalSurname: words("Escribe el apellido paterno.", 60),
  maternalSurname: written(60).optional(),
  companyName: written(120).optional(),
  document: personDocument.optional(),
  standing: standing.default({ as: "effective-user" }),
  address: written(200).default(""),
  telephone: telephoneNumber.optional(),
  email: email.optional(),
  notifyByEmail: z.boolean({ error: "Responde si aceptas que te notifiquemos por correo." }).default(false),
  languageChoice: languageChoice.optional(),
});

export const claimant = claimantFields.superRefine((person, context) => {
  if (person.telephone === undefined && person.email === undefined && person.address === "")
    context.addIssue({
      code: "custom",
      path: ["telephone"],
      message: "Deja un celular, un correo o una dirección para avisarte.",
    });
  if (person.notifyByEmail && person.email === undefined)
    context.addIssue({
      code: "custom",
      path: ["email"],
      message: "Escribe el correo donde aceptas que te notifiquemos.",
    });
});

/**
 * Receipts of one supply, 24 at most, by number and month alone: their figures are read from the office's own record.
 */
export const namedReceipts = z
  .array(z.strictObject({ number: words("Elige el recibo que quieres reclamar.", 30), period }), {
    error: "Elige el recibo que quieres reclamar.",
  })
  .max(24, "Puedes reclamar hasta 24 meses a la vez.");

/** The sentence a person declares when they claim: they tick it, hear it or sign it. */
export const declarationText = "Declaro que lo que digo en este reclamo es verdad y que quiero presentarlo.";

/**
 * What a person sends to claim: Formato 2. Only who they are, how to reach them and what they ask must be there (digest
 * 1.5); without the rest the claim is filed all the same, for the office to observe.
 */
export const claimForm = z.strictObject({
  claimant,
  /** A wrong type blocks nothing: the utility reclassifies the claim (digest 1.5). */
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
  meterTest: z.boolean({ error: "Elige si quieres la prueba del medidor." }).optional(),
  /** Whether they accept the cost of the test; ignored without `meterTest`. */
  meterTestCostAccepted: z.boolean({ error: "Elige si aceptas pagar la prueba del medidor." }).optional(),
  leaflet: z.boolean({ error: "Responde si leíste la cartilla informativa." }).optional(),
  /** Whether they read, or staff read to them, what is done with their data (Ley 29733). */
  privacyNoticeRead: z.boolean({ error: "Responde si leíste qué hacemos con tus datos." }).optional(),
  visitPreference: z.enum(visitPreferences, { error: "Elige un horario." }).optional(),
  /** If absent, or not offered by the office, the hearing is held as the office holds them. */
  hearingMode: hearingMode.optional(),
  /** The number to call for the hearing, if it is not `claimant.telephone`. */
  hearingTelephone: telephoneNumber.optional(),
  /** Files already uploaded with a ticket, in order. */
  uploadIds: z.array(idField("Ese archivo no existe.")).max(5, "Puedes agregar hasta 5 archivos.").default([]),
});

/** A claim form typed so far, to be checked before it is sent: every field may be absent. */
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

/** A hearing, with what the claimant needs to take part in it. */
export const hearingInstructions = z.object({
  on: z.string(),
  at: z.string(),
  mode: z.enum(hearingModes),
  /** The number to call: at its hour if the hearing is by telephone; otherwise before an absence is recorded. */
  telephone: z.string().optional(),
  link: z.string().optional(),
  /** The office's address, if the hearing is held there. */
  address: z.string().optional(),
  /** What is still missing to hold it in its mode. */
  lacks: z.enum(["telephone", "link"]).optional(),
});

export const download = z.object({ url: z.string(), sha256: z.string(), fileName: z.string(), expiresAt: z.string() });

/**
 * An attachment for staff: the original to download, and the addresses of the pictures of its pages, if there are any.
 */
export const attachmentDownload = download.extend({ pages: z.array(z.string()) });

/** The pictures of the pages of a document that the office made, drawn at the first look. */
export const documentPages = z.object({
  /** `drawing`: not drawn yet, to be asked for again in a moment; `undrawable`: it can only be downloaded. */
  state: z.enum(["drawing", "drawn", "undrawable"]),
  pages: z.array(z.string()),
  /** Whether it has more pages than are shown. */
  more: z.boolean(),
});

/** Roles that may read any claim. */
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

/** The person who received something, and what they are to its addressee (`relation`). */
export const receiver = z.strictObject({
  name: words("Escribe quién recibió.", 120),
  document: z.string().trim().max(20).optional(),
  relation: words("Escribe qué es del destinatario.", 60),
});

/** The term that ends on a claim's next day, and whose it is. */
export const dueFor = z.object({ clock: z.enum(clockIds), whose: z.enum(["company", "user", "tribunal"]) });
