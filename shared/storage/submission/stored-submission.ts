import * as z from "zod";
import { attachmentStates, personDocumentKinds } from "../../domain/filing/claim-form.ts";
import {
  letterSenders,
  mailReturns,
  powerKinds,
  submissionChannels,
  submissionEntryTypes,
  submissionKinds,
  submissionProofs,
  submissionStates,
} from "../../domain/submission/submission.ts";
import { officeDocument } from "../seal/office-document.ts";

const attachment = z.object({
  documentId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(attachmentStates),
});

const item = z.object({
  submissionId: z.string(),
  number: z.string(),
  kind: z.enum(submissionKinds),
  subject: z.string(),
  text: z.string(),
  presenter: z.string(),
  standing: z
    .union([
      z.object({ as: z.enum(["holder", "user"]) }),
      z.object({ as: z.literal("representative"), of: z.string(), power: z.enum(powerKinds) }),
    ])
    .optional(),
  identity: z.object({ kind: z.enum(personDocumentKinds), number: z.string() }).optional(),
  email: z.string().optional(),
  telephone: z.string().optional(),
  address: z.string().optional(),
  key: z.string().optional(),
  citedCode: z.string().optional(),
  channel: z.enum(submissionChannels).default("web"),
  sub: z.string().optional(),
  registered: z.object({ by: z.string(), at: z.string(), reason: z.string().optional() }).optional(),
  office: z.string(),
  presentedAt: z.string(),
  filedOn: z.string(),
  answerBy: z.string().optional(),
  recourseBy: z.string().optional(),
  state: z.enum(submissionStates),
  remark: z.string().optional(),
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  againstDecision: z.literal(true).optional(),
  outage: z.object({ outageId: z.string(), number: z.string(), from: z.string(), to: z.string() }).optional(),
  recordedAs: z.string().optional(),
  letter: z.object({ from: z.enum(letterSenders), number: z.string(), days: z.number().optional() }).optional(),
  area: z.string().optional(),
  answeredAt: z.string().optional(),
  attachments: z.array(attachment),
  presentedAs: z
    .object({ kind: z.enum(submissionKinds), claim: z.object({ claimId: z.string(), code: z.string() }).optional() })
    .optional(),
  entries: z
    .array(
      z.object({
        type: z.enum(submissionEntryTypes),
        at: z.string(),
        by: z.string(),
        text: z.string().optional(),
        to: z.string().optional(),
        effectiveAt: z.string().optional(),
        document: z.enum(submissionProofs).optional(),
        attachments: z.array(attachment).optional(),
        write: z.object({ key: z.string(), contentHash: z.string() }).optional(),
      }),
    )
    .default([]),
  notified: z.number().optional(),
  mailReturned: z.object({ at: z.string(), why: z.enum(mailReturns) }).optional(),
  constancia: officeDocument.optional(),
  cargo: officeDocument.optional(),
  observation: officeDocument.optional(),
  answer: officeDocument.optional(),
  data: officeDocument.optional(),
});

/**
 * The item of a submission as its table holds it, without the files that were taken out of it since: what is of another
 * person is nowhere shown, printed or copied with it. The step that took a file out still names it with its hash.
 */
export const storedSubmission = item.transform((submission) => {
  const gone = submission.entries.flatMap(({ type, attachments = [] }) =>
    type === "file-taken-out" ? attachments : [],
  );
  const isLeft = ({ documentId }: { readonly documentId: string }) =>
    !gone.some((one) => one.documentId === documentId);
  return {
    ...submission,
    attachments: submission.attachments.filter(isLeft),
    entries: submission.entries.map((entry) =>
      entry.attachments && entry.type !== "file-taken-out"
        ? { ...entry, attachments: entry.attachments.filter(isLeft) }
        : entry,
    ),
  };
});

/** The ids of the files of a submission in the order of its item, with those that were taken out. */
export const storedFiles = z.object({ attachments: z.array(attachment.pick({ documentId: true })) });
