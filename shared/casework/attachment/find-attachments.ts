import { type Answer, refused } from "../../contract/refusals.ts";
import { ok } from "../../domain/case/result.ts";
import type { Attachment } from "../../domain/filing/claim-form.ts";
import { attachmentOf, type FiledWith, type Uploads } from "../../storage/attachment/uploads.ts";
import type { Write } from "../../storage/dynamodb.ts";

/** Uploads as attachments of an entry, and the writes that file them with what it is in. */
export interface FoundAttachments {
  readonly attachments: readonly Attachment[];
  readonly attach: (to: FiledWith) => readonly Write[];
}

/**
 * Returns the named uploads of a person as attachments, each once, and the writes that attach them. Refuses with
 * `upload-not-found` if any of them does not exist, is somebody else's, or is already attached.
 */
export async function findAttachments(
  { uploads }: { readonly uploads: Uploads },
  sub: string,
  uploadIds: readonly string[],
): Promise<Answer<FoundAttachments, "upload-not-found">> {
  const own = await uploads.ofPerson(sub, uploadIds);
  if (!own) return refused("upload-not-found");
  return ok({ attachments: own.map(attachmentOf), attach: (to) => own.map((upload) => uploads.attach(upload, to)) });
}
