import * as z from "zod";
import { attachmentStates } from "../../domain/filing/claim-form.ts";
import {
  isDataRight,
  letterSenders,
  mailReturns,
  powerKinds,
  type SubmissionKind,
  submissionChannels,
  submissionEntryTypes,
  submissionKinds,
  submissionProofs,
  submissionStates,
} from "../../domain/submission/submission.ts";
import { email, idField, personDocument, telephoneNumber, words, written } from "../filing/claim-fields.ts";

/** Roles that work at the document desk. */
export const documentDeskRoles = ["clerk", "manager"] as const;

export const uploadParams = z.strictObject({ uploadId: idField("Ese archivo no existe.") });

/** In what capacity somebody presents a submission. */
export const standing = z.discriminatedUnion(
  "as",
  [
    z.strictObject({ as: z.literal("holder") }),
    z.strictObject({ as: z.literal("user") }),
    z.strictObject({
      as: z.literal("representative"),
      of: words("Escribe a quién representa.", 120),
      power: z.enum(powerKinds, { error: "Elige qué poder tiene." }),
    }),
  ],
  { error: "Elige en calidad de qué se presenta." },
);

const filedAttachments = z.array(
  z.object({
    documentId: z.string(),
    fileName: z.string(),
    sizeBytes: z.number(),
    sha256: z.string(),
    state: z.enum(attachmentStates),
  }),
);

/** Whether the PDF of a document that the office makes is ready to download. */
export const letterState = z.enum(["preparing", "ready"]);

/** A submission as its presenter and the clerk see it. */
export const submissionView = z.object({
  submissionId: z.string(),
  /** `MP-2026-004192-7`. */
  number: z.string(),
  kind: z.enum(submissionKinds),
  subject: z.string(),
  text: z.string(),
  presenter: z.string(),
  presentedAt: z.string(),
  /** The day it counts as filed. */
  filedOn: z.string(),
  standing: standing.optional(),
  identity: personDocument.optional(),
  email: z.string().optional(),
  telephone: z.string().optional(),
  /** Where letters go to somebody who presented it without an account. */
  address: z.string().optional(),
  /** The code of the claim it is about, as somebody without an account wrote it: the clerk finds the claim. */
  citedCode: z.string().optional(),
  channel: z.enum(submissionChannels),
  /** When the clerk registered what came on paper or by mail, and why late. */
  registered: z.object({ at: z.string(), reason: z.string().optional() }).optional(),
  /** The last day to answer it; absent if it needs no answer by a day. */
  answerBy: z.string().optional(),
  /** The last day to take it as the recourse it may be; absent if it is none, was taken or was discarded. */
  recourseBy: z.string().optional(),
  answeredAt: z.string().optional(),
  state: z.enum(submissionStates),
  /** What is missing, or why it was returned. */
  remark: z.string().optional(),
  /** The last day to mend it; absent until its presenter was notified, though they may mend it before. */
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  /** Whether its presenter says that it is against a decision: then it should be filed as a recourse. */
  againstDecision: z.boolean(),
  /** Whether a copy of one of its files was asked for and none came since; it may be sent by the remedy. */
  copyAsked: z.boolean(),
  /** The outage of the document desk that it cites, which moves its term to the next working day. */
  outage: z.object({ outageId: z.string(), number: z.string(), from: z.string(), to: z.string() }).optional(),
  /** The act of its claim as which it was recorded. */
  recordedAs: z.string().optional(),
  letter: z.object({ from: z.enum(letterSenders), number: z.string(), days: z.number().optional() }).optional(),
  /** The area it was forwarded to. */
  area: z.string().optional(),
  attachments: filedAttachments,
  entries: z.array(
    z.object({
      type: z.enum(submissionEntryTypes),
      at: z.string(),
      text: z.string().optional(),
      to: z.string().optional(),
      effectiveAt: z.string().optional(),
      document: z.enum(submissionProofs).optional(),
      attachments: filedAttachments.optional(),
    }),
  ),
  /** Why mail to its presenter's address fails, and since when: they must be notified in another way. */
  mailReturned: z.object({ at: z.string(), why: z.enum(mailReturns) }).optional(),
  /** Whether the constancia that it was presented is ready. */
  constancia: letterState,
  /** Whether the cargo of its reception is ready; absent until it is received. */
  cargo: letterState.optional(),
  /** Whether the letter that says what it lacks is ready; absent if it was never observed. */
  observation: letterState.optional(),
  /** Whether the letter of its answer is ready; absent until it is answered. */
  answer: letterState.optional(),
  /** Whether the document with its presenter's data is ready; absent until the clerk ordered it. */
  data: letterState.optional(),
});

export const submissionParams = z.strictObject({ submissionId: idField("Ese documento no existe.") });

/** The files of a submission: 50 at most here, fewer if the tenant says so. */
export const submissionUploadIds = z
  .array(idField("Ese archivo no existe."))
  .max(50, "Son demasiados archivos.")
  .default([]);

/** What a submission says, whether its presenter files it or the clerk registers it. */
export const said = {
  subject: words("Escribe de qué trata el documento.", 120),
  text: written(3000).default(""),
  presenter: words("Escribe quién presenta el documento.", 120),
  /** Required for a right over personal data (ARCO), refused for any other kind. */
  identity: personDocument.optional(),
  /** Where its presenter is notified of its steps: `email`, `telephone`, both or neither. */
  email: email.optional(),
  telephone: telephoneNumber.optional(),
  uploadIds: submissionUploadIds,
};

/**
 * Returns whether `identity` is given or absent as the kind requires. A right over personal data (`data-access`,
 * `data-rectification`, `data-cancellation`, `data-opposition`) requires an identity document. Any other kind allows
 * none.
 */
export function hasIdentity({
  kind,
  identity,
}: {
  readonly kind: SubmissionKind;
  readonly identity?: object | undefined;
}): boolean {
  return isDataRight(kind) === (identity !== undefined);
}

export const identityMissing = {
  path: ["identity", "number"],
  error: "Escribe el documento de identidad de quien pide algo sobre sus datos; solo ese pedido lo lleva.",
};

/** What mends an observed submission: files or words, at least one of the two. */
export const remedy = z
  .strictObject({
    text: written(3000).default(""),
    uploadIds: submissionUploadIds,
  })
  .refine(({ text, uploadIds: files }) => text !== "" || files.length > 0, {
    path: ["uploadIds"],
    error: "Agrega lo que faltaba, o escríbelo.",
  });

/** Returns whether a submission has something to file: a file or a text, whatever its kind. */
export function hasContent({
  text,
  uploadIds: files,
}: {
  readonly text: string;
  readonly uploadIds: readonly string[];
}): boolean {
  return files.length > 0 || text !== "";
}

export const contentMissing = {
  path: ["uploadIds"],
  error: "Agrega el documento que presentas, o escribe tu pedido.",
};

/** The id of a draft on a person's device, drawn there at random: whoever has it may name the files sent under it. */
export const openDraftId = z
  .string({ error: "Falta el borrador." })
  .regex(/^[0-9A-Za-z_-]{20,60}$/, "Ese borrador no existe.");
