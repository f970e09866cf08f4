import type { attendPaper } from "../../shared/contract/filing-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { onItsWaySince, type UploadRecord } from "../../shared/storage/uploads.ts";
import type { FilingsDesk } from "./filing-desk.ts";

type View = AnswerOf<typeof attendPaper>;

/** Files that were filed and nobody read, as the clerk sees them: each with what it was filed with. */
export async function waitingPapers(
  { filings, caseFiles }: FilingsDesk,
  uploads: readonly UploadRecord[],
  now: string,
): Promise<View[]> {
  const [filed, heads] = await Promise.all([
    filings.named(uploads.flatMap(({ filingId }) => filingId ?? [])),
    caseFiles.heads([...new Set(uploads.flatMap(({ claimId }) => claimId ?? []))]),
  ]);
  return uploads.map((upload) => {
    const filing = filed.find(({ filingId }) => filingId === upload.filingId);
    const head = heads.find(({ claimId }) => claimId === upload.claimId);
    const { documentId: uploadId, fileName, sizeBytes, state, createdAt, reason, remindedAt, askedAt, waits } = upload;
    return {
      uploadId,
      fileName,
      sizeBytes,
      state,
      announcedAt: createdAt,
      onItsWay: isOnItsWay(upload, now),
      waits: waits === true,
      ...(reason !== undefined && { reason }),
      ...(remindedAt !== undefined && { remindedAt }),
      ...(askedAt !== undefined && { askedAt }),
      ...(filing && { filing: { filingId: filing.filingId, number: filing.number } }),
      ...(head && { claim: { claimId: head.claimId, code: head.code } }),
    };
  });
}

/** Whether a file may still come by itself: nobody is asked for it yet. */
export function isOnItsWay({ state, createdAt }: UploadRecord, now: string): boolean {
  return state === "pending" && createdAt >= onItsWaySince(now);
}
