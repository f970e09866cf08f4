import * as z from "zod";
import { quejaGrounds } from "../../domain/case/claim-events.ts";
import { saysWhatIsDone } from "../../domain/conciliation/agreement-words.ts";
import { intakeChannels } from "../../domain/counter/act-on-behalf.ts";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { hearingMode, idField, namedReceipts, telephoneNumber, words } from "../filing/claim-fields.ts";
import { instant } from "../visit/fields.ts";
// What a claimant says in each of their acts, whether they type it themselves or staff type it for them.

export const remedyFields = z.strictObject({ answer: words("Escribe lo que te pidieron.", 1500), uploadIds });

/** The new evidence that a reconsideration was filed without. */
export const newEvidenceFields = z.strictObject({
  answer: words("Escribe qué demuestra el documento que agregas.", 1500),
  uploadIds,
});

export const extensionFields = z.strictObject({
  grounds: words("Escribe qué agregas.", 1500),
  /** Further months of the same supply to claim. */
  receipts: namedReceipts.default([]),
  uploadIds,
});

export const hearingChoiceFields = z.strictObject({
  mode: hearingMode,
  /** The number to call for the hearing; absent: it stays as it was. */
  telephone: telephoneNumber.optional(),
});

export const consentFields = z.strictObject({
  channel: z.enum(["email", "mailbox"], { error: "Elige el medio." }),
  granted: z.boolean({ error: "Di si aceptas." }),
});

export const withdrawalFields = z.strictObject({
  of: z.enum(["procedure", "claim"], { error: "Elige de qué desistes." }),
  reason: z.string().trim().max(500).default(""),
});

export const recourseFields = z.strictObject({
  kind: z.enum(["reconsideration", "appeal"], { error: "Elige quién quieres que revise la decisión." }),
  grounds: words("Escribe por qué no estás de acuerdo.", 3000),
  /** Documents that were not in the file; a reconsideration needs one. */
  uploadIds,
  /** The person has the decision although its delivery is not recorded: this recourse makes it count as notified. */
  knowsDecision: z.literal(true).optional(),
});

export const quejaFields = z.strictObject({
  ground: z.enum(quejaGrounds, { error: "Elige de qué te quejas." }),
  duty: words("Escribe qué debía hacer la empresa.", 300),
  facts: words("Cuenta qué pasó.", 3000),
  uploadIds,
});

/** The intake channel of an act that staff record for a person who is present or on the telephone. */
export const liveChannel = z.enum(["telephone", "counter"], { error: "Elige si llamó o vino a la oficina." });

/** The intake channel of an act that may also come as a document. */
export const intakeChannel = z.enum(intakeChannels, {
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
/** By voice, if the office can send the claimant no code: the upload is the recording of that part of the call. */
const byVoice = z.strictObject({
  by: z.literal("voice"),
  uploadIds: z
    .array(idField("Esa grabación no existe."), { error: "Agrega la grabación." })
    .length(1, "Agrega una grabación: la de la confirmación."),
});
const bySignature = z.strictObject({ by: z.literal("signature"), uploadIds: signedIds });
/** By a paper handed in with the stamp of its day, on which the act takes effect. */
const byPaper = z.strictObject({
  by: z.literal("paper"),
  receivedAt: instant("Escribe cuándo se presentó, como dice su sello."),
  /** Why it is recorded only now; required if it was handed in on an earlier day. */
  reason: words("Escribe por qué se anota recién hoy.", 300).optional(),
  uploadIds: signedIds,
});
/** By a submission at the document desk: the act takes effect when that was presented. */
const bySubmission = z.strictObject({ by: z.literal("submission"), submissionId: idField("Ese documento no existe.") });

/** The paper or submission as which an act came, where the act needs no other confirmation. */
export const presented = z.discriminatedUnion("by", [byPaper, bySubmission], { error: "Elige qué presentó." });

/**
 * How a person confirms an act: by a code sent to them, their voice, a paper signed at the counter, or what they handed
 * in.
 */
export const confirmation = z.discriminatedUnion("by", [byCode, byVoice, bySignature, byPaper, bySubmission], {
  error: "Elige cómo confirma la persona.",
});

/** How the claimant confirms what was agreed in a hearing. */
export const agreementConfirmation = z.discriminatedUnion("by", [byCode, byVoice, bySignature], {
  error: "Elige cómo confirma la persona.",
});

/** Why a total agreement is not taken: its words say nothing that anybody could carry out. */
export const agreementLacks =
  "Escribe qué se hará: el monto, los m³, las cuotas o el trabajo acordado. Solo «acuerdo total» no se puede cumplir.";

/** An act that is to be confirmed, exactly as staff wrote it down. */
export const unconfirmedAct = z.discriminatedUnion(
  "act",
  [
    recourseFields.extend({ act: z.literal("recourse") }),
    withdrawalFields.extend({ act: z.literal("withdrawal") }),
    // Who confirms by a code reads these words alone.
    z
      .strictObject({
        act: z.literal("agreement"),
        agreement: z.enum(["total", "partial"], { error: "Elige el resultado de la audiencia." }),
        agreed: words("Escribe en qué quedaron.", 1000),
      })
      .refine(({ agreement, agreed }) => agreement !== "total" || saysWhatIsDone(agreed), {
        path: ["agreed"],
        error: agreementLacks,
      }),
  ],
  { error: "Elige qué se confirma." },
);
