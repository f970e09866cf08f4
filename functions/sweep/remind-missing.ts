import { type CaseDeps, record } from "../../shared/casework/case/record.ts";
import { ok } from "../../shared/domain/case/result.ts";
import {
  type AttachmentPosition,
  onItsWaySince,
  type UploadRecord,
  type Uploads,
} from "../../shared/storage/attachment/uploads.ts";
import { log, logFailure } from "../runtime/log.ts";
import type { LapseDeps } from "./lapse-submissions.ts";

interface MissingDeps extends CaseDeps, LapseDeps {
  readonly uploads: Uploads;
}

const by = { kind: "system", name: "sweep" } as const;
const page = 50;

/**
 * Records `attachment-missing`, once for each file that was announced with an act or submission and has not arrived
 * after 24 hours. The entry notifies whoever filed it; the log line `attachment-missing` raises an alarm. A missing
 * file of a request for attention only leaves the clerk's list, without an entry. Returns how many files were reminded
 * of and how many failed (logged as `not-reminded`).
 */
export async function remindMissing(deps: MissingDeps, now: string): Promise<{ reminded: number; failed: number }> {
  const counts = { reminded: 0, failed: 0 };
  const since = onItsWaySince(now);
  let after: AttachmentPosition | undefined;
  for (;;) {
    const found = await deps.uploads.waiting(deps.tenant.office.code.value, page, after);
    const late = found.filter(({ createdAt }) => createdAt < since);
    for (const attachment of late.filter(({ state, remindedAt }) => state === "pending" && remindedAt === undefined))
      try {
        if (!(await remindOne(deps, attachment, now))) continue;
        log("error", "attachment-missing", namesOf(attachment));
        counts.reminded += 1;
      } catch (failure) {
        logFailure("not-reminded", failure, namesOf(attachment));
        counts.failed += 1;
      }
    after = late.at(-1);
    if (after === undefined || late.length < page) return counts;
  }
}

const namesOf = ({ documentId: uploadId, submissionId, claimId }: UploadRecord) => ({
  uploadId,
  submissionId,
  claimId,
});

/**
 * Records the reminder of a file in its claim, or in its submission if it has no claim; for a recourse, which is both,
 * in the claim. Returns `false` if the file arrived meanwhile, the reminder was recorded before, or the submission was
 * returned or is `not-presented`.
 */
async function remindOne(deps: MissingDeps, attachment: UploadRecord, now: string): Promise<boolean> {
  const { documentId, fileName, claimId, submissionId, problemId } = attachment;
  const reminded = deps.uploads.remind(documentId, now);
  if (claimId !== undefined) {
    const key = `attachment-missing:${documentId}`;
    let isNew = false;
    const recorded = await record(deps, { claimId, now, write: { key, contentHash: key } }, async () => {
      const { remindedAt, waits } = (await deps.uploads.find(documentId)) ?? {};
      const details = { documentId, fileName };
      isNew = remindedAt === undefined && waits === true;
      return isNew
        ? ok({ entries: [{ type: "attachment-missing", effectiveAt: now, by, details }], also: [reminded] })
        : ok({ entries: [] });
    });
    if (!recorded.ok)
      throw new Error(`the missing attachment ${documentId} was not recorded in claim ${claimId}: ${recorded.error}`);
    return isNew;
  }
  if (problemId !== undefined) {
    await deps.transact([deps.uploads.attend(documentId, by.name, now)]);
    return false;
  }
  const submission = submissionId === undefined ? undefined : await deps.submissions.find(submissionId);
  if (!submission || submission.state === "returned" || submission.state === "not-presented") return false;
  const entry = { type: "attachment-missing", at: now, by: by.name, text: `«${fileName}»` } as const;
  return (await deps.transact([...deps.submissions.step(submission, { entry }), reminded])).done;
}
