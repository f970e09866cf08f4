import { attachmentsOf } from "../../shared/casework/attachment/case-attachments.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { CheckedState } from "../../shared/domain/filing/claim-form.ts";
import type { UploadRecord } from "../../shared/storage/attachment/uploads.ts";
import { log } from "../runtime/log.ts";
import { type Cause, isSilence, wordsOf } from "./causes.ts";
import type { UploadDeps } from "./upload-deps.ts";

const acceptUploads = { kind: "system", name: "accept-uploads" } as const;

/** The result of the scan for malware: nothing found, malware found, or no result that can be relied on. */
export type Scan = "clean" | "malware" | "none";

/**
 * The scan that asks for an attachment to be looked at, and the object version it scanned. `versionId` is absent when
 * no scan answered in time: the last version is read then.
 */
export interface Arrival {
  readonly scan: Scan;
  readonly versionId?: string;
}

/**
 * Sets an uploaded file's state: `refused` if the scan or the check refuses it, `unreadable` if the check cannot open
 * it or no scan came in time, else `received`. Only `unreadable` can change later. Copies the file to the evidence (a
 * refused one if filed), records the state in its claim or submission, with `copy-asked` if refused, and has the pages
 * of a received one drawn. Does nothing if no file arrived. Logs `attachment-not-announced` if there is no such upload.
 */
export const acceptUpload =
  (deps: UploadDeps) =>
  async (uploadId: string, arrival: Arrival): Promise<void> => {
    const found = await deps.uploads.find(uploadId);
    const upload = found && mayChange(found, arrival) ? await settled(deps, found, arrival) : found;
    if (!found || !upload) return log("warn", "attachment-not-announced", { uploadId });
    const { state } = upload;
    // The file has not arrived, and may still.
    if (state === "pending") return;
    await deps.uploads.countArrival(found, deps.now());
    await recordInSubmission(deps, { ...upload, state }, arrival);
    if (state === "received" && upload.pages === undefined)
      await deps.drawingTasks.send({ kind: "draw-attachment", uploadId });
  };

type Checked = UploadRecord & { readonly state: CheckedState };

/**
 * Records the state of a checked attachment in the submission and the case it was filed with; does nothing if it was
 * not filed. A refused one is also copied to the evidence, and another copy is asked for. One of a request for
 * attention only leaves the clerk's list, since its page shows the state of its check.
 */
async function recordInSubmission(deps: UploadDeps, upload: Checked, arrival: Arrival): Promise<void> {
  const { documentId, state, submissionId, claimId, problemId, waits } = upload;
  if (submissionId === undefined && claimId === undefined && problemId === undefined) return;
  if (state === "refused") await keepOriginal(deps, upload, arrival);
  if (submissionId !== undefined) await deps.submissions.settleAttachment(submissionId, documentId, state);
  if (claimId !== undefined) return recordInCase(deps, claimId, upload);
  if (problemId !== undefined && waits)
    await deps.transact([deps.uploads.attend(documentId, acceptUploads.name, deps.now())]);
  if (submissionId !== undefined && state === "refused") await askAnother(deps, submissionId, upload);
}

/**
 * Copies the original to the evidence, if it is still in quarantine: what was filed is evidence even when it is
 * refused, since a check may err. Nobody is shown it.
 */
async function keepOriginal(
  { quarantinedAttachments, evidenceAttachments }: UploadDeps,
  { documentId, contentType }: UploadRecord,
  { versionId }: Arrival,
): Promise<void> {
  const bytes = await quarantinedAttachments.read(documentId, versionId);
  if (bytes) await evidenceAttachments.write(documentId, bytes, contentType);
}

function mayChange({ state, reason }: UploadRecord, { scan }: Arrival): boolean {
  if (state !== "unreadable") return state === "pending";
  return scan === "malware" || (scan === "clean" && reason === wordsOf("not-scanned"));
}

async function settled(
  deps: UploadDeps,
  upload: UploadRecord,
  { scan, versionId }: Arrival,
): Promise<UploadRecord | undefined> {
  const { uploads, quarantinedAttachments, evidenceAttachments } = deps;
  const { documentId, contentType } = upload;
  // The file is among the evidence already, and somebody may have opened it.
  if (scan === "malware" && upload.state === "unreadable") {
    log("error", "malware-after-kept", {
      uploadId: documentId,
      claimId: upload.claimId,
      submissionId: upload.submissionId,
      problemId: upload.problemId,
    });
    return uploads.condemn(upload, wordsOf("malware"));
  }
  if (scan === "malware") return uploads.settle(documentId, "refused", wordsOf("malware"));
  const bytes = await quarantinedAttachments.read(documentId, versionId);
  if (!bytes) return upload;
  if (versionId === undefined) log("error", "scan-overdue", { uploadId: documentId });
  const cause = (await deps.causeIn(upload, bytes)) ?? (scan === "clean" ? undefined : "not-scanned");
  if (cause !== undefined && !isSilence(cause)) return uploads.settle(documentId, "refused", wordsOf(cause));
  await evidenceAttachments.write(documentId, bytes, contentType);
  return uploads.settle(documentId, ...stateFor(cause));
}

function stateFor(cause: Cause | undefined): [state: CheckedState, reason?: string] {
  return cause === undefined ? ["received"] : ["unreadable", wordsOf(cause)];
}

/**
 * Records `copy-asked` for a refused file in its submission, once, and in the upload if that is on the clerk's list.
 * Writes nothing if the submission is `returned` or `not-presented`. Throws if the submission changed meanwhile.
 */
async function askAnother(deps: UploadDeps, submissionId: string, upload: UploadRecord): Promise<void> {
  const { documentId, fileName, reason = "", waits } = upload;
  const key = `attachment-refused:${documentId}`;
  const submission = await deps.submissions.find(submissionId);
  if (!submission || submission.state === "returned" || submission.state === "not-presented") return;
  if (submission.entries.some(({ write }) => write?.key === key)) return;
  const at = deps.now();
  const entry = {
    type: "copy-asked",
    at,
    by: acceptUploads.name,
    text: `«${fileName}». ${reason}`,
    write: { key, contentHash: key },
  } as const;
  const { done } = await deps.transact([
    ...deps.submissions.step(submission, { entry }),
    ...(waits ? [deps.uploads.ask(documentId, at)] : []),
  ]);
  if (!done) throw new Error(`another copy of ${documentId} was not asked for: its submission changed meanwhile`);
}

/**
 * Records `attachment-checked` for an attachment in its case, once for each state; with `copy-asked` if it is refused.
 * Records no entry if the case has that state already. Throws if the case refuses the write.
 */
async function recordInCase(
  deps: UploadDeps,
  claimId: string,
  { documentId, fileName, state, reason, waits }: Checked,
): Promise<void> {
  const now = deps.now();
  const write = { key: `attachment-checked:${documentId}:${state}`, contentHash: state };
  const tenant = await deps.tenantAt(now);
  const recorded = await record({ ...deps, tenant }, { claimId, now, write }, ({ file: { events } }) => {
    const entries: Decision["entries"] = [
      {
        type: "attachment-checked",
        effectiveAt: now,
        by: acceptUploads,
        details: { documentId, state, ...(reason !== undefined && { reason }) },
      },
    ];
    if (attachmentsOf(events).some((attachment) => attachment.documentId === documentId && attachment.state === state))
      return ok({ entries: [] });
    if (state !== "refused") return ok({ entries });
    const details = { documentId, fileName, ...(reason !== undefined && { text: reason }) };
    return ok({
      entries: [...entries, { type: "copy-asked", effectiveAt: now, by: acceptUploads, details }],
      also: waits ? [deps.uploads.ask(documentId, now)] : [],
    });
  });
  if (!recorded.ok) throw new Error(`the check of ${documentId} was not recorded in its case: ${recorded.error}`);
}
