import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { Paper } from "../../shared/domain/claim-form.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import { paperOf } from "../../shared/storage/uploads.ts";
import type { CaseworkDesk } from "./casework-desk.ts";

/** Files the caller sent, as an entry names them, and the writes that make them the claim's. */
export async function attachedPapers(
  { uploads }: CaseworkDesk,
  caller: Staff,
  uploadIds: readonly string[],
): Promise<Answer<{ papers: readonly Paper[]; attach: (claimId: string) => readonly Write[] }, "upload-not-found">> {
  const own = await uploads.ofPerson(caller.sub, uploadIds);
  if (!own) return refused("upload-not-found");
  return ok({
    papers: own.map(paperOf),
    attach: (claimId) => own.map((upload) => uploads.attach(upload, { claimId })),
  });
}
