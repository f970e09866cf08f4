import { papersOf } from "../../shared/casework/case-papers.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { ok } from "../../shared/domain/result.ts";
import type { UploadRecord } from "../../shared/storage/uploads.ts";
import { log } from "../runtime/log.ts";
import { wordsOf } from "./causes.ts";
import type { UploadDesk } from "./upload-desk.ts";

const acceptUploads = { kind: "system", name: "accept-uploads" } as const;

/**
 * Looks at a paper that came, keeps it as evidence if it passes, settles its record, and tells what it was filed with.
 * A file that nobody announced is dropped.
 *
 * Any order, and twice, comes to the same. The copy goes first, so that no record says received of what is not kept;
 * copied again it is the same bytes under the same name. The record is settled once, on condition that it is pending,
 * and whoever files it does so on condition of the state read: filed before, settling answers with what it was filed
 * with, and that is told; filed after, the filing itself says what was found. Killed before settling, the next delivery
 * starts over; killed after, it finds the record settled and tells what is missing: each telling changes nothing where it
 * was told.
 */
export const acceptUpload =
  (desk: UploadDesk) =>
  async (uploadId: string, versionId: string): Promise<void> => {
    const found = await desk.uploads.find(uploadId);
    const upload = found?.state === "pending" ? await settled(desk, found, versionId) : found;
    if (!upload) return log("warn", "paper-not-announced", { uploadId });
    const { state, filingId, claimId } = upload;
    if (state === "pending") throw new Error(`the upload ${uploadId} is pending after it was settled`);
    if (filingId !== undefined) await desk.filings.settlePaper(filingId, uploadId, state);
    if (claimId !== undefined) await tellCase(desk, claimId, { ...upload, state });
  };

async function settled(
  { uploads, quarantinedPapers, evidencePapers, causeIn }: UploadDesk,
  upload: UploadRecord,
  versionId: string,
): Promise<UploadRecord | undefined> {
  const { documentId, contentType } = upload;
  const bytes = await quarantinedPapers.read(documentId, versionId);
  const cause = await causeIn(upload, bytes);
  if (cause !== undefined) return uploads.settle(documentId, "refused", wordsOf(cause));
  await evidencePapers.write(documentId, bytes, contentType);
  return uploads.settle(documentId, "received");
}

async function tellCase(
  desk: UploadDesk,
  claimId: string,
  { documentId, state, reason }: UploadRecord & { readonly state: "received" | "refused" },
): Promise<void> {
  const now = desk.now();
  const write = { key: `paper-checked:${documentId}`, contentHash: state };
  const told = await record(desk, { claimId, now, write }, ({ file: { events } }) => {
    const entries: Decision["entries"] = [
      {
        type: "paper-checked",
        effectiveAt: now,
        by: acceptUploads,
        details: { documentId, state, ...(reason !== undefined && { reason }) },
      },
    ];
    const known = papersOf(events).some((paper) => paper.documentId === documentId && paper.state === state);
    return ok({ entries: known ? [] : entries });
  });
  if (!told.ok) throw new Error(`the check of ${documentId} was not told in its case: ${told.error}`);
}
