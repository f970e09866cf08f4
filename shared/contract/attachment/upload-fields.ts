import * as z from "zod";
import { attachmentStates } from "../../domain/filing/claim-form.ts";
import { attachmentTypes, fileTypes } from "../../domain/submission/submission.ts";
import { words } from "../filing/claim-fields.ts";

const sha256 = z
  .string({ error: "Falta la huella del archivo." })
  .regex(/^[0-9a-f]{64}$/, "La huella SHA-256 son 64 dígitos hexadecimales.");

export const announced = z.strictObject({
  fileName: words("Falta el nombre del archivo.", 120),
  contentType: z.enum(attachmentTypes, { error: "Envía una foto (JPG, PNG, HEIC) o un PDF." }),
  sizeBytes: z.number({ error: "Falta el tamaño del archivo." }).int().min(1, "El archivo está vacío."),
  sha256,
});

/** The same of a member of the staff, who also sends recordings of calls. */
export const announcedByStaff = announced.extend({
  contentType: z.enum(fileTypes, {
    error: "Envía una foto (JPG, PNG, HEIC), un PDF o una grabación (MP3, M4A, OGG, WAV).",
  }),
});

/** What a further ticket needs: the hash that was announced, since it is for the same bytes only. */
export const renewed = z.strictObject({ sha256 });

export const ticket = z.object({
  uploadId: z.string(),
  /** A presigned POST: send the fields, then the file as `file`, before `expiresAt`, five minutes later. */
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: z.string() }),
});

export const uploadView = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(attachmentStates),
  /** Why the check refused it, and what to do, in Spanish. */
  reason: z.string().optional(),
});
