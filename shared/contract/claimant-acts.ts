import * as z from "zod";
import { intakeChannels } from "../domain/act-on-behalf.ts";
import { quejaGrounds } from "../domain/claim-events.ts";
import { hearingMode, idField, mobile, namedReceipts, uploadIds, words } from "./claim-fields.ts";
import { instant } from "./fields.ts";

/** What a claimant says in each of their acts, whether they type it themselves or staff do for them. */
export const remedyFields = z.strictObject({ answer: words("Escribe lo que te pidieron.", 1500), uploadIds });

/** What a reconsideration needs and came without. */
export const newEvidenceFields = z.strictObject({
  answer: words("Escribe qué demuestra el documento que agregas.", 1500),
  uploadIds,
});

export const extensionFields = z.strictObject({
  grounds: words("Escribe qué agregas.", 1500),
  /** Months of the same supply that are claimed besides. */
  receipts: namedReceipts.default([]),
  uploadIds,
});

export const offerAnswerFields = z.strictObject({
  accepted: z.boolean({ error: "Elige si aceptas la propuesta." }),
});

export const hearingChoiceFields = z.strictObject({
  mode: hearingMode,
  /** Where they are called; absent: where they were until now. */
  telephone: mobile.optional(),
});

export const withdrawalFields = z.strictObject({
  of: z.enum(["procedure", "claim"], { error: "Elige de qué desistes." }),
  reason: z.string().trim().max(500).default(""),
});

export const recourseFields = z.strictObject({
  kind: z.enum(["reconsideration", "appeal"], { error: "Elige quién quieres que revise la decisión." }),
  grounds: words("Escribe por qué no estás de acuerdo.", 3000),
  /** Documents that were not in the file: a reconsideration needs one. */
  uploadIds,
  /** The person has the decision, though its delivery is not recorded: with this recourse it counts as notified. */
  knowsDecision: z.literal(true).optional(),
});

export const quejaFields = z.strictObject({
  ground: z.enum(quejaGrounds, { error: "Elige de qué te quejas." }),
  duty: words("Escribe qué debía hacer la empresa.", 300),
  facts: words("Cuenta qué pasó.", 3000),
  uploadIds,
});

/** How the person came who lets staff write their act down. */
export const came = z.enum(["telephone", "counter"], { error: "Elige si llamó o vino a la oficina." });

/** The same, of an act that may come as a document as well. */
export const cameOrFiled = z.enum(intakeChannels, {
  error: "Elige si llamó, vino a la oficina o presentó un documento.",
});

const signedIds = z
  .array(idField("Ese archivo no existe."))
  .min(1, "Agrega el papel firmado.")
  .max(5, "Puedes agregar hasta 5 archivos.");

const byCode = z.strictObject({
  by: z.literal("code"),
  code: z.string({ error: "Escribe el código." }).regex(/^\d{6}$/, "El código tiene 6 dígitos."),
});
/** In a call that the office recorded, where it can send no code. */
const byVoice = z.strictObject({
  by: z.literal("voice"),
  recording: words("Escribe el número de la grabación.", 60),
});
const bySignature = z.strictObject({ by: z.literal("signature"), uploadIds: signedIds });
/** Handed in with the stamp of its day, from which the act counts. */
const byPaper = z.strictObject({
  by: z.literal("paper"),
  receivedAt: instant("Escribe cuándo se presentó, como dice su sello."),
  /** Why it is written down only now; needed where it was handed in on a day that is over. */
  reason: words("Escribe por qué se anota recién hoy.", 300).optional(),
  uploadIds: signedIds,
});
/** A document of the document desk: the act counts from when that was presented. */
const bySubmission = z.strictObject({ by: z.literal("submission"), submissionId: idField("Ese documento no existe.") });

/** What was handed in, of an act that needs no confirmation. */
export const presented = z.discriminatedUnion("by", [byPaper, bySubmission], { error: "Elige qué presentó." });

/** How they confirm it: the code we sent them, their voice, the attachment they signed at the counter, or what they handed in. */
export const confirmation = z.discriminatedUnion("by", [byCode, byVoice, bySignature, byPaper, bySubmission], {
  error: "Elige cómo confirma la persona.",
});

/** How what was agreed in a hearing is confirmed. */
export const agreementConfirmation = z.discriminatedUnion("by", [byCode, byVoice, bySignature], {
  error: "Elige cómo confirma la persona.",
});

/** What is to be confirmed, as it was written down. */
export const unconfirmedAct = z.discriminatedUnion(
  "act",
  [
    recourseFields.extend({ act: z.literal("recourse") }),
    withdrawalFields.extend({ act: z.literal("withdrawal") }),
    z.strictObject({
      act: z.literal("agreement"),
      agreement: z.enum(["total", "partial"], { error: "Elige el resultado de la audiencia." }),
      agreed: words("Escribe en qué quedaron.", 1000),
    }),
  ],
  { error: "Elige qué se confirma." },
);
