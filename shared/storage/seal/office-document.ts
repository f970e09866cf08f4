import * as z from "zod";
import { documentKinds } from "../../domain/case/issued-documents.ts";

/** A document that the office issued, as stored with the case, submission, request or outage it belongs to. */
export const officeDocument = z.object({
  documentId: z.string(),
  kind: z.enum(documentKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  verificationCode: z.string(),
});
