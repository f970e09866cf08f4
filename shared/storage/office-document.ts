import * as z from "zod";
import { documentKinds } from "../domain/issued-documents.ts";

/** A document of the office's own as it is stored in what it was made of. */
export const officeDocument = z.object({
  documentId: z.string(),
  kind: z.enum(documentKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  verificationCode: z.string(),
});
