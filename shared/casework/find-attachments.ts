import { type Answer, refused } from "../contract/refusals.ts";
import type { Attachment } from "../domain/claim-form.ts";
import { ok } from "../domain/result.ts";
import type { Write } from "../storage/dynamodb.ts";
import { attachmentOf, type Uploads } from "../storage/uploads.ts";

/** Files as an entry names them, and the writes that make them part of what they are filed with. */
export interface FoundAttachments {
  readonly attachments: readonly Attachment[];
  readonly attach: (to: { claimId?: string | undefined; submissionId?: string | undefined }) => readonly Write[];
}

/** Files that a person sent and has not filed yet, each once. */
export async function findAttachments(
  { uploads }: { readonly uploads: Uploads },
  sub: string,
  uploadIds: readonly string[],
): Promise<Answer<FoundAttachments, "upload-not-found">> {
  const own = await uploads.ofPerson(sub, uploadIds);
  if (!own) return refused("upload-not-found");
  return ok({ attachments: own.map(attachmentOf), attach: (to) => own.map((upload) => uploads.attach(upload, to)) });
}
